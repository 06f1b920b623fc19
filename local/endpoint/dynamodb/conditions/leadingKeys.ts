import type { TableKeys } from '../tableKeys.ts';
import type { Input } from '../resources.ts';

type AttributeValue = Record<string, unknown>;
type Attributes = Record<string, AttributeValue>;

/**
 * `dynamodb:LeadingKeys`: the partition key values a call touches, of the index when it reads one.
 * Undefined for what has none, such as a Scan: AWS then leaves the key out too.
 */
export function leadingKeys(piece: Input, keys: TableKeys): string[] | undefined {
  const hash = typeof piece.IndexName === 'string' ? (keys.indexes[piece.IndexName] ?? '') : keys.hash;
  if (typeof piece.KeyConditionExpression === 'string') return queriedKey(piece, hash);
  const values = itemsIn(piece).map((item) => valueText(item[hash]));
  return values.length === 0 ? undefined : values;
}

/** The keys or items of one piece: a single call's, or all of a batch's. */
function itemsIn(piece: Input): Attributes[] {
  if (Array.isArray(piece)) {
    return (piece as { PutRequest?: { Item: Attributes }; DeleteRequest?: { Key: Attributes } }[]).map(
      (entry) => entry.PutRequest?.Item ?? entry.DeleteRequest?.Key ?? {},
    );
  }
  if (Array.isArray(piece.Keys)) return piece.Keys as Attributes[];
  const one = (piece.Key ?? piece.Item) as Attributes | undefined;
  return one === undefined ? [] : [one];
}

/** A key condition always has `<partition key> = :value`; the two sides may stand in either order. */
function queriedKey(piece: Input, hash: string): string[] | undefined {
  const names = (piece.ExpressionAttributeNames ?? {}) as Record<string, string>;
  const values = (piece.ExpressionAttributeValues ?? {}) as Attributes;
  for (const match of String(piece.KeyConditionExpression).matchAll(/([#:]?[\w.-]+)\s*=\s*([#:]?[\w.-]+)/g)) {
    const [left = '', right = ''] = [match[1], match[2]];
    const [name, value] = left.startsWith(':') ? [right, left] : [left, right];
    if ((names[name] ?? name) === hash) return [valueText(values[value])];
  }
  return undefined;
}

/** Keys are text, numbers or binary (base64). */
function valueText(value: AttributeValue | undefined): string {
  return String(Object.values(value ?? {})[0] ?? '');
}
