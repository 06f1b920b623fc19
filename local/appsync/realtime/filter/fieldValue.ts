/**
 * The value at a path of field names joined by dots. Undefined where a step is missing, null or a list: how AppSync
 * looks into lists of objects is not on record.
 */
export function fieldValue(published: unknown, path: string): unknown {
  let value = published;
  for (const name of path.split('.')) {
    if (!isRecord(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
