import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bundleAppsync } from './bundle.ts';

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'appsync-bundle-'));
});

afterEach(() => fs.rmSync(folder, { recursive: true }));

function bundle(files: Record<string, string>): string {
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  return bundleAppsync(path.join(folder, 'entry.ts')).code;
}

it('is one module that imports only what AppSync has', () => {
  const code = bundle({
    'entry.ts':
      "import { util } from '@aws-appsync/utils';\nimport { get } from '@aws-appsync/utils/dynamodb';\nimport { one } from './one.ts';\nexport const request = () => get({ key: { id: util.autoId() + one } });\nexport const response = () => null;",
    'one.ts': 'export const one = 1;\nexport const unused = 2;',
  });
  expect(code.match(/from"[^"]*"/g)).toEqual(['from"@aws-appsync/utils"', 'from"@aws-appsync/utils/dynamodb"']);
  expect(code).toMatch(/export\{request,response\};\n$/);
  expect(code).not.toContain('unused');
});

it('leaves the syntax that AppSync has as it is', () => {
  const kept = ['a?.b??1', '{...a,c:1}', '[...b]', '({d,...e})'];
  const code = bundle({
    'entry.ts': `/*! licence */\nexport const request = (a: any, ...b: number[]) => [a?.b ?? 1, { ...a, c: 1 }, [...b]];\nexport const response = ({ d, ...e }: any) => [d, e];`,
  });
  for (const syntax of kept) expect(code).toContain(syntax);
  expect(code).not.toMatch(/__|licence|sourceMappingURL/);
});

it('has no name of a file or folder in it, so that it is the same on every machine', () => {
  const entry = path.resolve(import.meta.dirname, '../check-code/program/stronglyConnected.ts');
  expect(bundleAppsync(entry).code).not.toMatch(/stronglyConnected\.ts|tools/);
});

it('says which import it cannot find', () => {
  expect(() => bundle({ 'entry.ts': "import './gone.ts';" })).toThrow('./gone.ts');
});
