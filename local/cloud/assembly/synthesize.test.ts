import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { synthesize } from './synthesize.ts';

let root: string;

/** An app that writes a manifest, and counts how often it ran. */
const app = `
import { appendFileSync, writeFileSync } from 'node:fs';
appendFileSync('runs', 'x');
writeFileSync(process.env.CDK_OUTDIR + '/manifest.json', process.env.CDK_CONTEXT_JSON ?? '');
`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'keyrack-synth-'));
  mkdirSync(join(root, 'infra/bin'), { recursive: true });
  writeFileSync(join(root, 'infra/bin/app.ts'), app);
});
afterEach(() => rmSync(root, { recursive: true }));

const runs = (): number => readFileSync(join(root, 'runs'), 'utf8').length;

it('runs the app once for the same sources, and again for others', async () => {
  const first = await synthesize(root);
  expect(await synthesize(root)).toBe(first);
  expect(runs()).toBe(1);
  mkdirSync(join(root, 'resolvers'));
  writeFileSync(join(root, 'resolvers/a.ts'), '// changed');
  expect(await synthesize(root)).not.toBe(first);
  expect(runs()).toBe(2);
});

it('gives the app the context of the project', async () => {
  writeFileSync(join(root, 'cdk.json'), JSON.stringify({ context: { stage: 'small' } }));
  const context = JSON.parse(readFileSync(join(await synthesize(root), 'manifest.json'), 'utf8'));
  expect(context).toMatchObject({ stage: 'small', 'aws:cdk:enable-path-metadata': true });
});

it('serves two at the same time', async () => {
  const [one, other] = await Promise.all([synthesize(root), synthesize(root)]);
  expect(one).toBe(other);
  expect(existsSync(join(one, 'manifest.json'))).toBe(true);
});

it('says in one line why the app failed, and keeps nothing of it', async () => {
  writeFileSync(join(root, 'infra/bin/app.ts'), "throw new TypeError('no such table');");
  await expect(synthesize(root)).rejects.toThrow(
    /^the CDK app \(infra\/bin\/app.ts\) failed: TypeError: no such table \(all it printed is in \.local\/synthesis\.log\)$/,
  );
  expect(readFileSync(join(root, '.local/synthesis.log'), 'utf8')).toContain('infra/bin/app.ts:1');
  writeFileSync(join(root, 'infra/bin/app.ts'), app);
  await synthesize(root);
  expect(runs()).toBe(1);
});

it('says when there is no app', async () => {
  rmSync(join(root, 'infra'), { recursive: true });
  await expect(synthesize(root)).rejects.toThrow('there is no CDK app at infra/bin/app.ts');
});
