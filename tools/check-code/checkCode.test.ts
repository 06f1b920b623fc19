import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_BUNDLE_CHARACTERS } from '../appsync-bundle/bundle.ts';
import { sizeFinding } from './bundles.ts';
import { checkCode } from './checkCode.ts';
import { formatFinding } from './finding.ts';

const NODE_MODULES = path.resolve(import.meta.dirname, '../../node_modules');
const HANDLERS = 'export const request = () => ({ payload: null });\nexport const response = () => null;\n';

let root: string;

beforeEach(() => {
  root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'check-code-'));
  fs.symlinkSync(NODE_MODULES, path.join(root, 'node_modules'));
});

afterEach(() => fs.rmSync(root, { recursive: true }));

function write(files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  }
}

async function check(files: Record<string, string>): Promise<string[]> {
  write(files);
  return (await checkCode(root)).map(formatFinding);
}

describe('check-code', () => {
  it('finds nothing in legal code', async () => {
    const files = {
      'core/portable/nights.ts': 'export const nights = (from: number, to: number) => to - from;\n',
      'resolvers/lib/fail.ts':
        "import { util } from '@aws-appsync/utils';\nexport const fail = (why: string): never => util.error(why);\n",
      'resolvers/Query.night.ts': `import { nights } from '../core/portable/nights.ts';\nimport { fail } from './lib/fail.ts';\nexport const request = () => ({ payload: nights(1, 2) });\nexport const response = () => fail('no');\n`,
      'resolvers/Mutation.book/index.ts': HANDLERS,
      'resolvers/Mutation.book/types.ts': 'export type Stash = { id: string };\n',
      'resolvers/manifest.ts':
        "import path from 'node:path';\nexport const manifest = { at: path.sep, now: new Date() };\n",
      'core/portable/nights.test.ts': "import { it } from 'vitest';\nit('is not deployed', async () => {});\n",
    };
    expect(await check(files)).toEqual([]);
  });

  it('names the line in a shared file once, however many bundles have it', async () => {
    const use = `import { first } from '../core/portable/first.ts';\n${HANDLERS.replace('null }', "first('a') }")}`;
    const found = await check({
      'core/portable/first.ts': '\nexport const first = (text: string) => text.at(0);\n',
      'resolvers/Query.a.ts': use,
      'resolvers/Query.b.ts': use,
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^core\/portable\/first\.ts:2:45 {2}no-such-method .*charAt/);
  });

  it('finds what only plain JavaScript complains about, at the line of the source', async () => {
    const found = await check({
      'resolvers/Query.a.ts': `type Key = { ge?: number; eq?: number };\nlet key: Key = { ge: 1 };\nif (key.ge) key = { eq: 2 };\n${HANDLERS.replace('payload: null', 'payload: key')}`,
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^resolvers\/Query\.a\.ts:3:\d+ {2}types .*\(in the bundle\)$/);
  });

  it('wants both handlers', async () => {
    const half = 'export const request = () => null;\n';
    const found = await check({ 'resolvers/Query.a.ts': half, 'resolvers/Query.b/index.ts': half });
    expect(found).toEqual([
      'resolvers/Query.a.ts:1:1  handlers  AppSync needs the functions request and response: export response too.',
      'resolvers/Query.b/index.ts:1:1  handlers  AppSync needs the functions request and response: export response too.',
    ]);
  });

  it('refuses a bundle that is too large', async () => {
    const text = `export const request = () => ({ payload: '${'a'.repeat(MAX_BUNDLE_CHARACTERS)}' });\nexport const response = () => null;\n`;
    expect(await check({ 'resolvers/Query.a.ts': text })).toEqual([
      expect.stringMatching(/^resolvers\/Query\.a\.ts:1:1 {2}bundle-size {2}The bundle has 32\d+ of the 32768/),
    ]);
  });
});

it('warns before a bundle is too large', () => {
  const at = (share: number) =>
    sizeFinding('a.ts', Math.round(MAX_BUNDLE_CHARACTERS * share)).map((each) => each.severity);
  expect([at(0.8), at(0.81), at(1), at(1.01)]).toEqual([[], ['warning'], ['warning'], ['error']]);
});
