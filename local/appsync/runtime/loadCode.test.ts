import { describe, expect, test } from 'vitest';
import { CodeRefusedError } from './bundle/refuse.ts';
import { loadCode } from './loadCode.ts';
import { emptyContext, evaluate, runBody } from './testing/evaluate.ts';

const load = (code: string, lines: string[] = []) =>
  loadCode(code, 'Mutation.bookRoom', { log: (line) => lines.push(line) });

test('code that AppSync would not take is refused at load', () => {
  expect(() => load('export function request() { while (true) {} }')).toThrow(CodeRefusedError);
});

describe('ctx', () => {
  test('has the documented parts, with args as the other name of arguments', () => {
    const given = {
      arguments: { a: 1 },
      source: { b: 2 },
      identity: { sub: 's' },
      env: { TABLE: 't' },
      prev: { result: 3 },
    };
    expect(
      evaluate('[ctx.args, ctx.arguments, ctx.source, ctx.identity.sub, ctx.env.TABLE, ctx.prev.result]', given),
    ).toEqual([{ a: 1 }, { a: 1 }, { b: 2 }, 's', 't', 3]);
    expect(evaluate('ctx.args === ctx.arguments')).toBe(true);
    expect(evaluate('ctx.info.fieldName')).toBe('bookRoom');
  });

  test('has null where there is no result or error', () => {
    expect(evaluate('[ctx.result, ctx.error, ctx.identity, ctx.prev]')).toEqual([null, null, null, null]);
    expect(evaluate('ctx.error.type', { error: { message: 'm', type: 'T' } })).toBe('T');
  });

  test('is a copy: what a handler changes is seen in the stash of the outcome only', () => {
    const context = emptyContext({ arguments: { list: [1] }, stash: { n: 1 } });
    const code = `export function request(ctx) { ctx.args.list.push(2); ctx.stash.n = 2; return ctx.args.list; }
      export function response(ctx) { return null; }`;
    expect(load(code).request(context)).toMatchObject({ kind: 'value', value: [1, 2], stash: { n: 2 } });
    expect(context).toMatchObject({ arguments: { list: [1] }, stash: { n: 1 } });
  });

  test('outErrors shows what was appended so far', () => {
    expect(evaluate("[util.appendError('m', 'T'), ctx.outErrors.length, ctx.outErrors[0].errorType]")).toEqual([
      null,
      1,
      'T',
    ]);
  });
});

describe('the border', () => {
  test('gives objects of the host, with the meaning of JSON', () => {
    const outcome = runBody('return { list: [undefined, NaN], nothing: undefined, call: () => 1 };');
    expect(outcome).toMatchObject({ value: { list: [null, null] } });
    const { value } = outcome as { value: { list: unknown[] } };
    expect(Object.keys(value)).toEqual(['list']);
    expect(value.list).toBeInstanceOf(Array);
  });

  test('a handler that returns nothing gives null', () => {
    expect(runBody('')).toMatchObject({ kind: 'value', value: null });
  });

  test('a value without JSON form is a fault of the code, and the stash stays what it was', () => {
    const outcome = runBody('const a = {}; a.a = a; ctx.stash.b = 1; return a;', { stash: { kept: true } });
    expect(outcome).toMatchObject({ kind: 'error', error: { errorType: 'Code' }, stash: { kept: true } });
  });

  test('a stash that is no object is a fault of the code', () => {
    expect(runBody('ctx.stash = 1;')).toMatchObject({ kind: 'error', error: { errorType: 'Code' } });
  });
});

describe('runs are kept apart', () => {
  const counter = `let calls = 0; const seen = {};
    export function request(ctx) { calls += 1; seen[calls] = true; return calls; }
    export function response(ctx) { return Object.keys(seen).length; }`;

  test('module variables start anew at each run', () => {
    const handlers = load(counter);
    expect([1, 2, 3].map(() => handlers.request(emptyContext()))).toMatchObject([
      { value: 1 },
      { value: 1 },
      { value: 1 },
    ]);
    expect(handlers.response(emptyContext())).toMatchObject({ value: 0 });
  });

  test.each(['util.mine = 1', 'util.dynamodb.toNull = 1', 'Math.mine = 1', 'console.mine = 1', 'JSON.parse.mine = 1'])(
    'nothing shared can be changed: %s',
    (statement) => {
      expect(runBody(`${statement};`)).toMatchObject({ kind: 'error', error: { errorType: 'Code' } });
    },
  );
});

describe('faults of the code', () => {
  test('are errors of type Code that say where in the bundle', () => {
    const code = [
      'import { util } from "@aws-appsync/utils";',
      'export const request = (ctx) => {',
      '  for (const a of [1]) { return ctx.nothing.at; }',
      '};',
      'export const response = (ctx) => missing;',
    ].join('\n');
    const lines: string[] = [];
    const handlers = load(code, lines);
    const message = "code.js:3:45: TypeError: Cannot read properties of undefined (reading 'at')";
    expect(handlers.request(emptyContext())).toMatchObject({ kind: 'error', error: { message, errorType: 'Code' } });
    expect(lines).toEqual([`Mutation.bookRoom: ERROR - ${message}`]);
    expect(handlers.response(emptyContext())).toMatchObject({
      error: { message: 'code.js:5:34: ReferenceError: missing is not defined' },
    });
  });

  test('in the place of a util call name the util', () => {
    const outcome = runBody('return util.time.nowFormatted("YYYY");');
    expect(outcome).toMatchObject({
      error: { message: expect.stringMatching(/^code\.js:3:\d+: Error: .*week-based year/) },
    });
  });

  test('endless recursion ends', () => {
    const recursion = 'const again = (n) => again(n + 1); return again(0);';
    expect(runBody(recursion)).toMatchObject({ kind: 'error', error: { errorType: 'Code' } });
  });

  test('more work than any honest handler ends', () => {
    const loops =
      'const list = []; list.length = 1000; list.fill(1); let n = 0;' +
      'for (const a of list) { for (const b of list) { for (const c of list) { n += 1; } } } return n;';
    expect(runBody(loops)).toMatchObject({ error: { message: expect.stringContaining('more than 2000000 steps') } });
  });
});

test('console goes to the log with the name of the code', () => {
  const lines: string[] = [];
  runBody("console.log('a', { b: [1] }, 2); console.error(null, undefined);", {}, lines);
  expect(lines).toEqual(['test: INFO - a {"b":[1]} 2', 'test: ERROR - null undefined']);
});
