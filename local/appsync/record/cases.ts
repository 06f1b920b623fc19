/** One call of one handler whose outcome on AWS is worth knowing. */
export type Case = { name: string; code: string; handler: 'request' | 'response'; context: Record<string, unknown> };

const IMPORTS = `import { util, runtime } from '@aws-appsync/utils';
import * as ddb from '@aws-appsync/utils/dynamodb';`;

function request(name: string, body: string, context: Record<string, unknown> = {}): Case {
  const code = `${IMPORTS}
export function request(ctx) { ${body} }
export function response(ctx) { return ctx.result; }`;
  return { name, code, handler: 'request', context };
}

function response(name: string, body: string, context: Record<string, unknown>): Case {
  const code = `${IMPORTS}
export function request(ctx) { return {}; }
export function response(ctx) { ${body} }`;
  return { name, code, handler: 'response', context };
}

/** What Keyrack's resolvers lean on, and what surprises. */
export const cases: Case[] = [
  request('toNumber keeps a number', 'return util.dynamodb.toNumber(5)'),
  request('toNull', 'return util.dynamodb.toNull()'),
  request(
    'toMapValues',
    `return util.dynamodb.toMapValues({ s: 'a', n: 1.5, b: false, l: [1, 'x', null], m: { deep: [] } })`,
  ),
  request('operations.add', 'return ddb.update({ key: { id: 1 }, update: { n: ddb.operations.add(10) } })'),
  request('operations.increment', 'return ddb.update({ key: { id: 1 }, update: { n: ddb.operations.increment(10) } })'),
  request(
    'put with condition',
    `return ddb.put({ key: { id: 1 }, item: { a: 1 }, condition: { a: { attributeExists: false } } })`,
  ),
  request('filter expression', `return util.transform.toDynamoDBFilterExpression({ title: { contains: 'x' } })`),
  request('early return', `runtime.earlyReturn({ early: true })`),
  request('error', `util.error('no', 'Sold', { id: 1 }, { why: 2 })`),
  request('appended error', `util.appendError('a bit off', 'Odd', { id: 1 }); return 1`),
  request('stash', `ctx.stash.a = { b: 1 }; return ctx.stash`),
  request('omitted and null arguments', 'return { keys: Object.keys(ctx.args), a: ctx.args.a }', {
    arguments: { a: null },
  }),
  request('parsing junk', `return { parsed: JSON.parse('{a') }`),
  response('ctx.error of a response', 'return { error: ctx.error, result: ctx.result }', {
    result: null,
    error: { message: 'The conditional request failed', type: 'DynamoDB:ConditionalCheckFailedException' },
  }),
];
