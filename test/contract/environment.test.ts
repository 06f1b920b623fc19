import path from 'node:path';
import { expect, it } from 'vitest';
import { readAssembly } from '../../local/cloud/assembly/readAssembly.ts';
import { synthesize } from '../../local/cloud/assembly/synthesize.ts';

type Template = { Resources: Record<string, { Type: string; Properties?: Record<string, unknown> }> };

const { stacks } = readAssembly(await synthesize(path.resolve(import.meta.dirname, '../..')));

/** Source: Lambda developer guide, quotas: environment variables, 4 KB in all. */
const MOST = 4_096;
/** `arn:aws:service:region:account:` and a queue's address, each with some characters to spare. */
const ARN_PREFIX = 60;
const URL_PREFIX = 70;
const RANDOM_SUFFIX = 13;
/** Names begin with the stack's. */
const STACK = 'KeyrackApi';
/** CloudFormation cuts the names that it makes. */
const LONGEST_NAME = 80;
const LONGEST_FUNCTION_NAME = 64;
/** Whatever comes from another stack. */
const IMPORTED = 100;

/** About how many characters the value has once it is deployed: rather too many than too few. */
function lengthOf(value: unknown, { Resources }: Template): number {
  if (value === null || typeof value !== 'object') return String(value).length;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + lengthOf(one, { Resources }), 0);
  const { Ref, 'Fn::GetAtt': att, 'Fn::Join': join } = value as Record<string, unknown>;
  if (join) {
    const [separator, parts] = join as [string, unknown[]];
    return lengthOf(parts, { Resources }) + separator.length * parts.length;
  }
  const id = (Ref ?? (att as string[] | undefined)?.[0]) as string | undefined;
  const resource = id ? Resources[id] : undefined;
  if (!resource) return IMPORTED;
  const { QueueName } = resource.Properties ?? {};
  const isArn = (att as string[] | undefined)?.[1] === 'Arn';
  if (typeof QueueName === 'string') return QueueName.length + (Ref ? URL_PREFIX : isArn ? ARN_PREFIX : 0);
  const longest = resource.Type === 'AWS::Lambda::Function' ? LONGEST_FUNCTION_NAME : LONGEST_NAME;
  const name = Math.min(longest, STACK.length + 1 + id!.length + RANDOM_SUFFIX);
  if (Ref) return name + (resource.Type === 'AWS::SQS::Queue' ? URL_PREFIX : ARN_PREFIX);
  return name + (isArn ? ARN_PREFIX : 0);
}

const functions = stacks.flatMap(({ template }) =>
  Object.entries((template as Template).Resources).flatMap(([id, { Type, Properties = {} }]) => {
    if (Type !== 'AWS::Lambda::Function') return [];
    const { Variables = {} } = (Properties.Environment ?? {}) as { Variables?: Record<string, unknown> };
    const sizes = Object.entries(Variables).map(([variable, value]) => {
      return variable.length + lengthOf(value, template as Template);
    });
    return [{ id, size: sizes.reduce((sum, one) => sum + one, 0) }];
  }),
);

it.each(functions)('the environment of $id fits into what Lambda takes', ({ size }) => {
  expect(size).toBeLessThan(MOST);
});
