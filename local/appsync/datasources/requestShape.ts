import { FieldError } from '../errors/fieldError.ts';

/** Reads a request handler's value strictly: what is not understood is refused, never passed over. */
export type Json = Record<string, unknown>;

/** A request that a data source cannot take. */
export function badRequest(message: string): FieldError {
  return new FieldError(message, 'MappingTemplate');
}

/** @param path as AppSync writes it: `$[key][id]` */
export function expectObject(value: unknown, path: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  if (value === undefined) throw badRequest(`Value for field '${path}' not found.`);
  throw badRequest(`Expected JSON object for '${path}' but got '${kindOf(value)}' instead.`);
}

export function expectArray(value: unknown, path: string): unknown[] {
  if (Array.isArray(value)) return value;
  if (value === undefined) throw badRequest(`Value for field '${path}' not found.`);
  throw badRequest(`Expected JSON array for '${path}' but got '${kindOf(value)}' instead.`);
}

export function expectString(value: unknown, path: string): string {
  if (typeof value === 'string' && value !== '') return value;
  if (value === undefined || value === '') throw badRequest(`Value for field '${path}' not found.`);
  throw badRequest(`Expected a string for '${path}' but got '${kindOf(value)}' instead.`);
}

/** undefined and null both mean "not given". */
export function optional<Value>(
  read: (value: unknown, path: string) => Value,
  value: unknown,
  path: string,
): Value | undefined {
  return value === undefined || value === null ? undefined : read(value, path);
}

export function expectBoolean(value: unknown, path: string): boolean {
  if (typeof value === 'boolean') return value;
  throw badRequest(`Expected a boolean for '${path}' but got '${kindOf(value)}' instead.`);
}

export function expectInteger(value: unknown, path: string): number {
  if (Number.isSafeInteger(value)) return value as number;
  throw badRequest(`Expected an integer for '${path}' but got '${kindOf(value)}' instead.`);
}

/** Refuses properties that the operation does not know. */
export function refuseUnknown(object: Json, known: ReadonlySet<string>, path = '$'): void {
  for (const name in object) {
    if (!known.has(name)) throw badRequest(`Unsupported element '${path}[${name}]'.`);
  }
}

export function kindOf(value: unknown): string {
  if (value === null) return 'NULL';
  return Array.isArray(value) ? 'ARRAY' : (typeof value).toUpperCase();
}
