import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A file, what it imports, and the rule that forbids it. */
const FORBIDDEN: [file: string, imports: string, rule: string][] = [
  ['core/stay/usesNode.ts', 'node:fs', 'core-is-pure'],
  ['core/stay/usesPackage.ts', 'graphql', 'core-is-pure'],
  ['core/stay/usesLocal.ts', '../../local/cloud.ts', 'core-knows-no-shell'],
  ['core/portable/usesCore.ts', '../stay/stay.ts', 'portable-stands-alone'],
  ['resolvers/Query.usesCore.ts', '../core/stay/stay.ts', 'resolvers-are-appsync'],
  ['resolvers/Query.usesPackage.ts', 'graphql', 'resolvers-are-appsync'],
  ['resolvers/Query.usesSibling.ts', './Query.stay.ts', 'unit-resolvers-share-through-lib'],
  ['resolvers/Query.b/usesSibling.ts', '../Query.a/step.ts', 'resolvers-share-through-lib'],
  ['resolvers/lib/usesStep.ts', '../steps/selling/sell.ts', 'lib-knows-no-steps'],
  ['functions/b/usesSibling.ts', '../a/handler.ts', 'functions-have-no-siblings'],
  ['functions/a/usesResolver.ts', '../../resolvers/lib/fail.ts', 'functions-import-core'],
  ['functions/a/usesLocal.ts', '../../local/cloud.ts', 'product-knows-no-workshop'],
  ['infra/usesHandler.ts', '../functions/a/handler.ts', 'infra-reads-manifests'],
  ['infra/usesLocal.ts', '../local/cloud.ts', 'infra-reads-manifests'],
  ['local/usesClient.ts', '../clients/sdk/sdk.ts', 'local-runs-the-template'],
  ['clients/dashboard/usesSdk.ts', '../sdk/sdk.ts', 'clients-know-the-schema'],
  ['generated/usesCore.ts', '../core/stay/stay.ts', 'generated-stands-alone'],
  ['bench/usesTest.ts', '../test/stay.test.ts', 'nobody-imports-a-test'],
  ['bench/usesNothing.ts', './gone.ts', 'resolvable'],
  ['bench/circleA.ts', './circleB.ts', 'no-circle'],
];

const ALLOWED: [file: string, imports: string][] = [
  ['core/stay/stay.ts', '../portable/dates.ts'],
  ['core/portable/dates.ts', '../../generated/types.ts'],
  ['core/stay/stay.test.ts', 'node:fs'],
  ['resolvers/Query.stay.ts', '../core/portable/dates.ts'],
  ['resolvers/lib/fail.ts', '@aws-appsync/utils'],
  ['resolvers/Query.a/step.ts', '../lib/fail.ts'],
  ['resolvers/Query.a/index.ts', '../steps/selling/sell.ts'],
  ['resolvers/steps/selling/sell.ts', '../../lib/fail.ts'],
  ['resolvers/manifest.ts', '../generated/types.ts'],
  ['functions/a/handler.ts', '../shared/wire.ts'],
  ['functions/shared/wire.ts', 'node:fs'],
  ['functions/manifest.ts', '../generated/types.ts'],
  ['infra/stack.ts', '../resolvers/manifest.ts'],
  ['infra/api.ts', '../functions/manifest.ts'],
  ['local/cloud.ts', '../infra/stack.ts'],
  ['clients/sdk/sdk.ts', '../../generated/types.ts'],
  ['test/stay.test.ts', '../local/cloud.ts'],
];

/** The other half of the circle, which is reported once, a file that all may import and one that nobody does. */
const OTHERS = [
  ['bench/circleB.ts', "import './circleA.ts';\n"],
  ['generated/types.ts', ''],
  ['bench/alone.ts', ''],
];

type Violation = { from: string; rule: { name: string } };

let folder: string;
let violations: Violation[];

/** A repository of these files only, looked at with the real rules. */
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'boundaries-'));
  for (const name of ['node_modules', 'package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
    fs.symlinkSync(path.join(ROOT, name), path.join(folder, name));
  }
  const sources = [...FORBIDDEN, ...ALLOWED].map(([file, imports]) => [file, `import '${imports}';\n`]);
  for (const [file, text] of [...sources, ...OTHERS]) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  }
  const depcruise = path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [depcruise, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', '.'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', timeout: 60_000 });
  expect(stderr).toBe('');
  violations = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}, 90_000);

afterAll(() => fs.rmSync(folder, { recursive: true }));

function rulesBrokenBy(file: string): string[] {
  return violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);
}

describe('the law of the folders', () => {
  it.each(FORBIDDEN)('%s may not import %s (%s)', (file, _, rule) => {
    expect(rulesBrokenBy(file)).toContain(rule);
  });

  it.each(ALLOWED)('%s may import %s', (file) => {
    expect(rulesBrokenBy(file)).toEqual([]);
  });

  it('finds a file that nothing needs', () => {
    expect(rulesBrokenBy('bench/alone.ts')).toEqual(['no-orphan']);
  });
});
