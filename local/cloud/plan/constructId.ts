/**
 * The id that the CDK app gave the construct behind a resource: of the path `Keyrack-Data/Inventory/Resource` that is
 * `Inventory`. A template synthesized without paths still has the id in front of the logical id's hash.
 */
export function constructId(logicalId: string, metadata: Record<string, unknown> = {}): string {
  const path = metadata['aws:cdk:path'];
  if (typeof path !== 'string') return logicalId.replace(/[0-9A-F]{8}$/, '');
  const ids = path.split('/').filter((id) => id !== 'Resource' && id !== 'Default');
  return ids.at(-1) ?? logicalId;
}
