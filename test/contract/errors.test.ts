import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ERRORS } from '../../core/portable/errors.ts';

const root = path.resolve(import.meta.dirname, '../..');
const document = readFileSync(path.join(root, 'docs/errors.md'), 'utf8');

/** Rows `| \`Name\` | yes/no | ...` under a heading. */
function rows(heading: string): Map<string, string> {
  const section = document.split(/^## /m).find((text) => text.startsWith(heading)) ?? '';
  return new Map([...section.matchAll(/^\| `(\w+)` \| (yes|no) \|/gm)].map(([, name, retryable]) => [name, retryable]));
}

it('docs/errors.md lists the catalogue, no more and no less, and says which may be retried', () => {
  const catalogue = Object.entries(ERRORS).map(([name, { retryable }]) => [name, retryable ? 'yes' : 'no']);
  expect([...rows('Keyrack')].sort()).toEqual(catalogue.sort());
});

it('docs/errors.md tells AppSync’s own errors apart', () => {
  const own = rows('AppSync');
  expect(own.size).toBeGreaterThan(3);
  expect([...own.keys()].filter((name) => name in ERRORS)).toEqual([]);
});
