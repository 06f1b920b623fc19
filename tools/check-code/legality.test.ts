import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectBundles, inspectSources } from './inspect.ts';
import type { RawFinding } from './nets/net.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../resolvers');
const IMPORTS = "import { type Context, runtime, util } from '@aws-appsync/utils';\n";

/** A statement inside a handler and the rule that refuses it. */
const ILLEGAL_STATEMENTS: [code: string, rule: string][] = [
  ['let n = 1; n++; return n;', 'no-increment'],
  ['let n = 1; --n; return n;', 'no-increment'],
  ['return ~list.indexOf(1);', 'no-bitwise-not'],
  ["return 'a' in ctx.args;", 'no-in'],
  ['return ctx.args instanceof Object;', 'no-instanceof'],
  ['return 2 ** 3;', 'no-power'],
  ['let n: number | null = null; n ??= 3; return n;', 'no-logical-assignment'],
  ["let text = 'a'; return (text += 'b');", 'no-assignment-value'],
  ['return util.matches("a", "a") && /a+/;', 'no-regex'],
  ['outer: for (const n of list) if (n > 1) break outer;', 'no-label'],
  ['try { return 1; } catch { return 2; }', 'no-try'],
  ['try { return 1; } finally { console.log(1); }', 'no-try'],
  ["throw 'no';", 'no-throw'],
  ['for (const n of list) { if (n > 1) continue; console.log(n); }', 'no-continue'],
  ['while (list.length > 1) list.pop();', 'no-while'],
  ['do list.pop(); while (list.length > 1);', 'no-while'],
  ['for (let n = 0; n < 3; n = n + 1) console.log(n);', 'no-for'],
  ['debugger;', 'no-debugger'],
  ['const later = async () => 1; return later;', 'no-async'],
  ['return Promise;', 'no-such-global'],
  ['function* numbers() { yield 1; } return numbers;', 'no-generator'],
  ['class Night {} return Night;', 'no-class'],
  ['return this;', 'no-this'],
  ['return new Date();', 'no-new'],
  ['return Date;', 'no-such-global'],
  ['return new Map([[1, 2]]);', 'no-such-global'],
  ["return parseInt('1');", 'no-such-global'],
  ["return Number('1');", 'no-such-global'],
  ['return String(1);', 'no-such-global'],
  ['return process.env;', 'no-such-global'],
  ['return Symbol.iterator;', 'no-such-global'],
  ['return globalThis;', 'no-such-global'],
  ['return arguments.length;', 'no-such-global'],
  ["return eval('1');", 'no-such-global'],
  ['setTimeout(() => 1);', 'no-such-global'],
  ['return 10n;', 'no-bigint'],
  ['return Math.abs(-1);', 'no-such-method'],
  ['return list.includes(1);', 'no-such-method'],
  ["return 'a'.padStart(2);", 'no-such-method'],
  ["return 'a'.substring(1);", 'no-such-method'],
  ['return (1.5).toFixed(1);', 'no-such-method'],
  ["console.warn('x');", 'no-such-method'],
  ['return ctx.result.includes(1);', 'no-such-method'],
  ['return ctx.result.name.padEnd(3);', 'no-such-method'],
  ["for (const character of 'abc') console.log(character);", 'types'],
  ['return list.sort((a, b) => a - b);', 'no-sort-argument'],
  ['return ctx.result.sort((a: number, b: number) => a - b);', 'no-sort-argument'],
  ['const add = (n: number) => n; return add.call(null, 1);', 'no-apply-bind-call'],
  ['const add = (n: number) => n; return Math.max.apply(null, list) + add(1);', 'no-apply-bind-call'],
  ['const twice = (f: () => number) => f() + f(); return twice(() => 1);', 'no-function-argument'],
  ['const one = () => 1; const run = (f: () => number) => f(); return run(one);', 'no-function-argument'],
  ['const one = () => 1; const run = (f: () => number) => f(); return run(one);', '@aws-appsync/no-function-passing'],
  ['const one = () => 1; return () => one();', '@aws-appsync/no-function-return'],
  ['const fact = (n: number): number => (n < 2 ? 1 : n * fact(n - 1)); return fact(3);', 'no-recursion'],
  [
    'const even = (n: number): boolean => n === 0 || odd(n - 1); const odd = (n: number): boolean => even(n - 1); return even(2);',
    'no-recursion',
  ],
  ['const deep = (all: number[][]): unknown => all.map((each) => deep([each])); return deep([]);', 'no-recursion'],
  ["return ctx.args.id ?? util.error('no id', 'InvalidInput');", 'no-ending-fallback'],
  ["const no = () => { util.error('no id'); }; return ctx.args.id ?? no();", 'no-ending-fallback'],
  ['ctx = { ...ctx };', 'no-context-assignment'],
  ['ctx.args = { id: 1 };', 'no-context-assignment'],
  ['delete ctx.error;', 'no-context-assignment'],
  ['const { limit = 20 } = ctx.args; return limit;', 'no-destructuring-default'],
  ['let a = 1; let b = 2; [a, b] = [b, a]; return a;', 'no-destructuring-assignment'],
  ['const page = (limit = 20) => limit; return page();', 'no-default-parameter'],
  ['return { get id() { return 1; } };', 'no-accessor'],
  ['return { id() { return 1; } };', 'no-method'],
  ['const tag = (parts: unknown) => parts; return tag`a`;', 'no-tagged-template'],
  ["return import('./other.ts');", 'no-import'],
  ['return import.meta;', 'no-meta'],
  ["const text: number = 'a'; return text;", 'types'],
];

/** Whole files. */
const ILLEGAL_FILES: [code: string, rule: string][] = [
  ["import fs from 'node:fs';\nexport const request = () => fs;", 'no-import'],
  ["import { z } from 'zod';\nexport const request = () => z;", 'no-import'],
  ["import 'graphql';\nexport const request = () => 1;", 'no-import'],
  ['export enum Status { Open }', 'no-enum'],
  ['export namespace Nights { export const most = 90; }', 'no-namespace'],
  ['export const later: Promise<number> | null = null;', 'no-such-global'],
];

const LEGAL_STATEMENTS = [
  'for (const n of list) if (n > 1) break;',
  'for (const key in ctx.args) console.log(key);',
  'for (const [key, value] of Object.entries(ctx.args)) console.log(key, value);',
  'const { id, ...rest } = ctx.args; return { id, ...rest };',
  'const [first, second] = list; return first + second;',
  'return [...list, ...list.slice(1, 2)];',
  'return `${ctx.args.id}: ${`${list.length}`}`;',
  'return list.map((n, i) => n * i).filter((n) => n > 1).reduce((sum, n) => sum + n, 0);',
  'const double = (n: number) => n * 2; return list.map(double);',
  'return ctx.result.items.map((item: { id: string }) => item.id);',
  'return list.find((n) => n > 1) ?? 0;',
  "if (!ctx.args.id) util.error('id is missing.', 'InvalidInput'); return { payload: ctx.args.id };",
  "switch (ctx.args.id) { case 'a': return 1; default: return 2; }",
  'ctx.stash.id = ctx.args.id; ctx.stash.nights = { n: 1 }; delete ctx.stash.nights;',
  'let n = 0; n += 1; n = n - 1; return -n % 2 | 4;',
  "return Object.hasOwn(ctx.args, 'id') ? typeof ctx.args.id : void 0;",
  "return 'a-b'.split('-').join('+').toUpperCase().trim().startsWith('A');",
  'return Math.max(...list, Math.floor(1.5), Math.round(Math.random()));',
  'return JSON.parse(JSON.stringify({ a: Number.isNaN(NaN) }));',
  'const sum = (...all: number[]) => all.length; return sum(...list);',
  'return ctx.identity ? 1 : 2;',
  'function inner(n: number) { return n + 1; } return inner(1);',
  "runtime.earlyReturn(null, { skipTo: 'END' });",
  'return { key: util.dynamodb.toMapValues({ id: ctx.args.id ?? util.autoId() }), at: util.time.nowISO8601() };',
  'const sorted = list.slice().sort(); return sorted.indexOf(1) >= 0;',
  "return { operation: 'GetItem', key: {}, [ctx.args.id]: ctx.env.TABLE };",
  'const find = (id: string) => ({ find: id }); return find(ctx.args.id).find;',
];

const LEGAL_FILES = [
  "import { get } from '@aws-appsync/utils/dynamodb';\nexport const request = (id: string) => get({ key: { id } });",
  "import { sql } from '@aws-appsync/utils/rds';\nexport const request = (id: string) => sql`SELECT ${id}`;",
  "import type { DocumentNode } from 'graphql';\nexport const document: DocumentNode | null = null;",
];

function inHandler(statements: string): string {
  return `${IMPORTS}export function request(ctx: Context) {\n  const list = [3, 1, 2];\n  console.log(list, runtime, util);\n  ${statements}\n}\n`;
}

/** One program for all of them: they are modules and don't see one another. */
function inspectAll(files: string[]): RawFinding[][] {
  const paths = files.map((_, index) => path.join(FOLDER, `snippet${index}.ts`));
  const findings = inspectSources(new Map(files.map((text, index) => [paths[index], text])));
  return paths.map((file) => findings.filter((finding) => finding.file === file));
}

describe('refused', () => {
  const cases = [...ILLEGAL_STATEMENTS.map(([code, rule]) => [inHandler(code), rule, code]), ...ILLEGAL_FILES];
  const found = inspectAll(cases.map(([text]) => text));
  it.each(cases.map(([text, rule, code], index) => ({ rule, code: code ?? text, findings: found[index] })))(
    '$rule: $code',
    ({ rule, findings }) => {
      expect(findings.map((finding) => finding.rule)).toContain(rule);
    },
  );
});

describe('let through', () => {
  const cases = [...LEGAL_STATEMENTS.map(inHandler), ...LEGAL_FILES];
  const found = inspectAll(cases);
  it.each(cases.map((text, index) => ({ text, findings: found[index] })))('$text', ({ findings }) => {
    expect(findings).toEqual([]);
  });
});

describe('a finding', () => {
  it('has the line and column of the fault, from 1', () => {
    const [[finding]] = inspectAll(['export const one = 1;\nexport const two = one ** 2;\n']);
    expect(finding).toMatchObject({ line: 2, column: 20, rule: 'no-power' });
  });

  it('says what to write instead of a missing method', () => {
    const [[finding]] = inspectAll(['export const has = [1].includes(1);']);
    expect(finding.message).toContain('list.indexOf(item) >= 0');
  });

  it('cannot be switched off by a comment', () => {
    const [findings] = inspectAll([
      '/* eslint-disable */\n// @ts-nocheck\nexport const one = (n: number) => { throw n; };',
    ]);
    expect(findings.map(({ rule }) => rule)).toContain('no-throw');
  });
});

describe('a bundle is checked as AppSync does it, as plain JavaScript', () => {
  const check = (text: string) => inspectBundles(new Map([[path.join(FOLDER, 'bundle.js'), text]]));

  it.each([
    // aws/aws-appsync-community issue 279
    ['a variable that changes its shape', 'let key = { ge: 1 };\nif (key.ge) key = { eq: 2 };\nexport { key };'],
    // aws/aws-appsync-community issue 324
    [
      'an argument without an optional property of a pattern',
      'const show = ({ id, note }) => `${id}${note}`;\nconst shown = show({ id: 1 });\nexport { shown };',
    ],
  ])('refuses %s', (_, text) => {
    expect(check(text).map(({ rule }) => rule)).toContain('types');
  });

  it('refuses helpers of a compiler', () => {
    const helper = 'var __defProp = Object.defineProperty;\nexport { __defProp };';
    expect(check(helper).map(({ rule }) => rule)).toContain('no-such-method');
  });

  it('lets plain handlers through', () => {
    const handlers =
      'import { util as util2 } from "@aws-appsync/utils";\nfunction request(ctx) {\n  return { payload: util2.autoId() + ctx.args.id };\n}\nfunction response(ctx) {\n  return ctx.result?.items ?? [];\n}\nexport { request, response };';
    expect(check(handlers)).toEqual([]);
  });
});
