import type { Util } from '@aws-appsync/utils';
import { type AttributeValue, toAttribute, toAttributes } from '../../dynamodb/attributes.ts';
import { Failure, isArray, parse, stringify } from '../../intrinsics.ts';
import { isObject } from '../../objects.ts';
import { kindOf, number, text } from '../arguments.ts';

const name = (of: string) => `util.dynamodb.${of}`;

/**
 * `util.dynamodb`: plain values to DynamoDB's typed ones. Reported of AWS: numbers stay numbers (`{N: 5}`, also in
 * sets), and `toNull()` is `{NULL: null}`; the data source turns both into what the service takes.
 */
export const dynamodb = {
  toDynamoDB: (value: unknown): AttributeValue => toAttribute(value, name('toDynamoDB')),
  toString: (value: unknown) => optional(value, (given) => ({ S: text(name('toString'), given) })),
  toStringSet: (list: unknown) => optional(list, (given) => ({ SS: listOf('toStringSet', given, text) })),
  toNumber: (value: unknown) => optional(value, (given) => ({ N: number(name('toNumber'), given) })),
  toNumberSet: (list: unknown) => optional(list, (given) => ({ NS: listOf('toNumberSet', given, number) })),
  toBinary: (value: unknown) => optional(value, (given) => ({ B: text(name('toBinary'), given) })),
  toBinarySet: (list: unknown) => optional(list, (given) => ({ BS: listOf('toBinarySet', given, text) })),
  toBoolean: (value: unknown) => optional(value, (given) => ({ BOOL: flag(given) })),
  toNull: () => ({ NULL: null }),

  toList(value: unknown) {
    return optional(value, (given) => {
      if (!isArray(given)) throw new Failure(`${name('toList')} takes a list, not ${kindOf(given)}`);
      return toAttribute(given, name('toList'));
    });
  },

  toMap: (value: unknown) => optional(value, (given) => ({ M: toAttributes(given, name('toMap')) })),
  toMapValues: (value: unknown) => optional(value, (given) => toAttributes(given, name('toMapValues'))),

  toS3Object(key: string, bucket: string, region: string, version?: string) {
    const s3 = { key: text(name('toS3Object'), key), bucket, region };
    return { S: stringify({ s3: version === undefined ? s3 : { ...s3, version } }) };
  },

  fromS3ObjectJson(json: string): unknown {
    const object = parse(text(name('fromS3ObjectJson'), json)) as { s3?: unknown };
    if (!isObject(object?.s3)) throw new Failure(`${name('fromS3ObjectJson')} takes the JSON of an S3 object`);
    return object.s3;
  },
} satisfies Record<keyof Util['dynamodb'], unknown>;

/** The type files let every function but toDynamoDB take null or nothing, and answer null. */
function optional<T>(value: unknown, convert: (given: unknown) => T): T | null {
  return value === null || value === undefined ? null : convert(value);
}

function listOf<T>(of: string, value: unknown, item: (of: string, value: unknown) => T): T[] {
  if (!isArray(value)) throw new Failure(`${name(of)} takes a list, not ${kindOf(value)}`);
  const items: T[] = [];
  for (const each of value) items.push(item(name(of), each));
  return items;
}

function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new Failure(`${name('toBoolean')} takes a boolean, not ${kindOf(value)}`);
  return value;
}
