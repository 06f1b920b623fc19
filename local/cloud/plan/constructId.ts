/** Ids of a construct's only or main part, which say nothing of their own. */
const PARTS = new Set(['Resource', 'Default', 'Function']);

/**
 * The id that the CDK app gave the construct behind a resource: of the path `Keyrack-Data/Inventory/Resource` that is
 * `Inventory`, of `Keyrack-Api/BookingEvents/Function/Resource` it is `BookingEvents`. A template synthesized without paths still has the id in front of the logical id's hash.
 */
export function constructId(logicalId: string, metadata: Record<string, unknown> = {}): string {
  const path = metadata['aws:cdk:path'];
  if (typeof path !== 'string') return logicalId.replace(/[0-9A-F]{8}$/, '');
  const ids = path.split('/').filter((id) => !PARTS.has(id));
  return ids.at(-1) ?? logicalId;
}
