import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readAssembly } from './readAssembly.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyrack-assembly-'));
  write('a.template.json', { Resources: {} });
  write('b.template.json', { Resources: {} });
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: unknown): void => writeFileSync(join(folder, name), JSON.stringify(content));
const stack = (templateFile: string, more: Record<string, unknown> = {}) => ({
  type: 'aws:cloudformation:stack',
  environment: 'aws://000000000000/us-west-2',
  properties: { templateFile },
  ...more,
});
const artifacts = (given: Record<string, unknown>): void => write('manifest.json', { version: '1', artifacts: given });

it('puts stacks behind those they depend on, and finds assets', () => {
  write('A.assets.json', {
    files: {
      h: {
        source: { path: 'asset.h', packaging: 'zip' },
        destinations: { d: { bucketName: 'bucket', objectKey: 'h.zip' } },
      },
    },
  });
  artifacts({
    A: stack('a.template.json', { dependencies: ['B', 'A.assets'] }),
    'A.assets': { type: 'cdk:asset-manifest', properties: { file: 'A.assets.json' } },
    B: stack('b.template.json', { properties: { templateFile: 'b.template.json', stackName: 'Named' } }),
    Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } },
  });
  const { stacks, assets, target } = readAssembly(folder);
  expect(stacks.map(({ environment }) => environment.stackName)).toEqual(['Named', 'A']);
  expect(target).toEqual({ accountId: '000000000000', region: 'us-west-2' });
  expect(assets.at('s3://bucket/h.zip')).toEqual({ path: join(folder, 'asset.h'), packaging: 'zip' });
  expect(() => assets.at('s3://bucket/other.zip')).toThrow('the cloud assembly has no asset s3://bucket/other.zip');
});

it.each([
  [
    'stacks of two Regions',
    { A: stack('a.template.json'), B: stack('b.template.json', { environment: 'aws://000000000000/eu-west-1' }) },
    /one account and Region, the CDK app has 000000000000 us-west-2, 000000000000 eu-west-1/,
  ],
  [
    'a stack without a Region',
    { A: stack('a.template.json', { environment: 'aws://unknown-account/unknown-region' }) },
    /needs a concrete account and Region/,
  ],
  ['an unknown kind of artifact', { A: { type: 'cdk:other' } }, /does not know artifacts of type cdk:other/],
  ['an empty app', {}, /has none/],
])('refuses %s', (_, given, message) => {
  artifacts(given);
  expect(() => readAssembly(folder)).toThrow(message);
});
