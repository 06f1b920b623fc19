import { describe, expect, test } from 'vitest';
import { CODE_LIMIT } from '../limits.ts';
import { prepareBundle } from './prepare.ts';

const MODULES = { '@aws-appsync/utils': ['util'], '@aws-appsync/utils/dynamodb': ['get', 'put'] };
const prepare = (code: string) => prepareBundle(code, 'Query.room', MODULES);
const withBody = (body: string) =>
  `export function request(ctx) { ${body} }\nexport function response(ctx) { return 1; }`;

describe('what AppSync would refuse at deploy is refused at load, with its place', () => {
  test.each([
    ['while (true) {}', 'while'],
    ['do {} while (true)', 'do-while'],
    ['for (let i = 0; i < 3; i += 1) {}', 'for-of'],
    ['for (const a of []) { continue; }', 'continue'],
    ['outer: for (const a of []) { break outer; }', 'labels'],
    ['try { ctx(); } catch {}', 'try'],
    ['throw 1;', 'util.error()'],
    ['class A {}', 'classes'],
    ['new ctx();', 'new'],
    ['return this;', 'this'],
    ['return /a/.test(ctx);', 'regular expressions'],
    ['let a = 1; a++;', '++'],
    ['return ~1;', '~'],
    ['return "a" in ctx;', 'Object.hasOwn()'],
    ['return ctx instanceof ctx;', 'instanceof'],
    ['const f = async () => 1;', 'async'],
    ['const f = function* () {};', 'generators'],
    ['import("a");', 'import()'],
    ['return 1n;', 'bigints'],
    ['return __keyrack_step;', 'reserved'],
  ])('%s', (body, named) => {
    expect(() => prepare(withBody(body))).toThrow(named);
    expect(() => prepare(withBody(body))).toThrow(/^Query\.room:1:\d+: /);
  });

  test('code that does not parse', () => {
    expect(() => prepare('export function request( {')).toThrow(/^Query\.room:1:\d+: /);
  });

  test('more than 32,768 characters', () => {
    const code = withBody('');
    expect(() => prepare(code.padEnd(CODE_LIMIT, ' '))).not.toThrow();
    expect(() => prepare(code.padEnd(CODE_LIMIT + 1, ' '))).toThrow('at most 32768');
  });

  test('a handler that is missing', () => {
    expect(() => prepare('export function request() {}')).toThrow('does not export a function "response"');
  });
});

describe('imports', () => {
  const imports = (line: string) => () => prepare(`${line}\n${withBody('')}`);

  test('named, renamed and namespace imports of the modules', () => {
    expect(imports("import { util as u } from '@aws-appsync/utils';")).not.toThrow();
    expect(imports("import * as ddb from '@aws-appsync/utils/dynamodb';")).not.toThrow();
  });

  test('other modules, unknown names and defaults are refused by name', () => {
    expect(imports("import { select } from '@aws-appsync/utils/rds';")).toThrow(
      '"@aws-appsync/utils/rds" is not supported',
    );
    expect(imports("import fs from 'node:fs';")).toThrow('"node:fs" is not supported');
    expect(imports("import { fetch } from '@aws-appsync/utils';")).toThrow('no export "fetch"');
    expect(imports("import utils from '@aws-appsync/utils';")).toThrow('no default export');
  });
});

describe('exports', () => {
  test.each([
    'const request = (ctx) => ctx; const response = (ctx) => ctx; export { request, response };',
    'export const request = (ctx) => ctx, response = (ctx) => ctx;',
    'function a(ctx) {} export { a as request, a as response };',
  ])('%s', (code) => {
    expect(() => prepare(code)).not.toThrow();
  });

  test('a default export and re-exports are refused', () => {
    expect(() => prepare('export default 1')).toThrow('by name');
    expect(() => prepare("export { request } from 'a'")).toThrow('other modules');
  });
});
