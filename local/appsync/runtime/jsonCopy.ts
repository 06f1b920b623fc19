const { defineProperty, keys } = Object;
const { isArray } = Array;
const { isFinite } = Number;

/**
 * A copy of a value as if it had gone through JSON text, made of objects and arrays of the realm this code runs in:
 * undefined and functions vanish (null in a list), numbers that are not finite become null, `toJSON` is honoured.
 * Several times faster than JSON text, which matters: it is done twice for each handler of each request.
 *
 * Used on both sides of the realm's border, so it keeps its own references to the built-ins it needs.
 *
 * @returns undefined where JSON.stringify would give undefined
 * @throws {TypeError} on a bigint, {RangeError} on a cycle
 */
export function jsonCopy(value: unknown): unknown {
  if (typeof value === 'object') return value === null ? null : copyObject(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  // Adding 0 turns -0 into 0, as JSON text does.
  if (typeof value === 'number') return isFinite(value) ? value + 0 : null;
  if (typeof value === 'bigint') throw new TypeError('A bigint has no JSON form');
  return undefined;
}

function copyObject(value: object): unknown {
  const { toJSON } = value as { toJSON?: unknown };
  if (typeof toJSON === 'function') return jsonCopy((value as { toJSON(): unknown }).toJSON());
  if (isArray(value)) return copyList(value);
  const copy: Record<string, unknown> = {};
  for (const key of keys(value)) {
    const item = jsonCopy((value as Record<string, unknown>)[key]);
    if (item !== undefined) setOwn(copy, key, item);
  }
  return copy;
}

function copyList(list: unknown[]): unknown[] {
  const copy: unknown[] = [];
  for (let i = 0; i < list.length; i++) copy.push(jsonCopy(list[i]) ?? null);
  return copy;
}

/** Plain assignment to `__proto__` would set the prototype instead of a key, which JSON text never does. */
function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
  else target[key] = value;
}
