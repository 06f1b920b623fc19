import { badRequest, expectArray, expectObject, kindOf, type Json } from '../requestShape.ts';

/** A map of attributes in DynamoDB's own JSON, ready for its API: `{id: {S: 'a'}, units: {N: '2'}}`. */
export type WireMap = Record<string, WireAttribute>;
export type WireAttribute = Record<string, unknown>;

/**
 * Reads a map of typed values from a handler. Numbers may be JSON numbers (`{N: 5}`, as `util.dynamodb.toDynamoDB` makes
 * them) and a null may be `{NULL: null}`; DynamoDB wants `'5'` and `true`.
 * @throws {FieldError} MappingTemplate, naming the place
 */
export function toWire(attributes: unknown, path: string): WireMap {
  const given = expectObject(attributes, path);
  const wire: WireMap = {};
  for (const name in given) wire[name] = toAttribute(given[name], `${path}[${name}]`);
  return wire;
}

/** Plain JSON of an item; null where there is none. Sets become arrays, numbers numbers, binaries base64 strings. */
export function fromWire(item: unknown): Json | null {
  if (item === undefined || item === null) return null;
  const plain: Json = {};
  for (const name in item as WireMap) plain[name] = fromAttribute((item as WireMap)[name] as WireAttribute);
  return plain;
}

function toAttribute(value: unknown, path: string): WireAttribute {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest(`Expected JSON object for attribute value '${path}' but got '${kindOf(value)}' instead.`);
  }
  const [type, ...more] = Object.keys(value);
  if (type === undefined || more.length > 0) throw badRequest(`Attribute value '${path}' must have exactly one type.`);
  const content = (value as Json)[type];
  switch (type) {
    case 'S':
    case 'B':
      return { [type]: text(content, path) };
    case 'N':
      return { N: numeral(content, path) };
    case 'BOOL':
      if (typeof content !== 'boolean') throw badRequest(`Expected a boolean for attribute value '${path}'.`);
      return { BOOL: content };
    case 'NULL':
      return { NULL: true };
    case 'SS':
    case 'BS':
      return { [type]: expectArray(content, path).map((member) => text(member, path)) };
    case 'NS':
      return { NS: expectArray(content, path).map((member) => numeral(member, path)) };
    case 'L':
      return { L: expectArray(content, path).map((member, index) => toAttribute(member, `${path}[L][${index}]`)) };
    case 'M':
      return { M: toWire(content, `${path}[M]`) };
    default:
      throw badRequest(`Attribute value '${path}' has the unknown type '${type}'.`);
  }
}

function text(content: unknown, path: string): string {
  if (typeof content === 'string') return content;
  throw badRequest(`Expected a string for attribute value '${path}' but got '${kindOf(content)}' instead.`);
}

function numeral(content: unknown, path: string): string {
  if (typeof content === 'number' || typeof content === 'string') return String(content);
  throw badRequest(`Expected a number for attribute value '${path}' but got '${kindOf(content)}' instead.`);
}

function fromAttribute(attribute: WireAttribute): unknown {
  for (const type in attribute) {
    const content = attribute[type];
    switch (type) {
      case 'N':
        return Number(content);
      case 'NULL':
        return null;
      case 'NS':
        return (content as string[]).map(Number);
      case 'L':
        return (content as WireAttribute[]).map(fromAttribute);
      case 'M':
        return fromWire(content);
      default:
        return content;
    }
  }
  return null;
}
