import { Failure, isArray, isFinite, keys } from '../intrinsics.ts';

export type AttributeValue = Record<string, unknown>;

/** An object that stands for itself among plain values, such as a set made by `toStringSet` of the DynamoDB module. */
export type Special = (value: object) => AttributeValue | undefined;

/**
 * A plain value as a DynamoDB attribute value. Numbers stay numbers and null becomes `{NULL: null}`, as reported
 * of AWS.
 *
 * @param of the function that is asked, for the message
 * @throws {TypeError} for what has no JSON form: what AppSync makes of undefined is not documented
 */
export function toAttribute(value: unknown, of: string, special?: Special): AttributeValue {
  switch (typeof value) {
    case 'string':
      return { S: value };
    case 'number':
      if (!isFinite(value)) throw new Failure(`${of}: a number that is not finite has no DynamoDB form`);
      return { N: value };
    case 'boolean':
      return { BOOL: value };
    case 'object':
      if (value === null) return { NULL: null };
      return toCollection(value, of, special);
    default:
      throw new Failure(`${of}: ${typeof value} has no DynamoDB form; leave the key out or use null`);
  }
}

function toCollection(value: object, of: string, special?: Special): AttributeValue {
  const itself = special?.(value);
  if (itself) return itself;
  if (!isArray(value)) return { M: toAttributes(value, of, special) };
  const list: AttributeValue[] = [];
  for (const item of value) list.push(toAttribute(item, of, special));
  return { L: list };
}

/** Each value of an object as an attribute value. @throws {TypeError} when it is not an object */
export function toAttributes(value: unknown, of: string, special?: Special): Record<string, AttributeValue> {
  if (typeof value !== 'object' || value === null || isArray(value)) {
    throw new Failure(`${of} takes an object, not ${isArray(value) ? 'a list' : typeof value}`);
  }
  const attributes: Record<string, AttributeValue> = {};
  for (const key of keys(value)) {
    attributes[key] = toAttribute((value as Record<string, unknown>)[key], `${of}, "${key}"`, special);
  }
  return attributes;
}
