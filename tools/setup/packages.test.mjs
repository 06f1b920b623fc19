import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { samePackages, withoutOwnBin } from './packages.mjs';

const a = { version: '1.0.0', integrity: 'sha512-a' };

describe('packages are current', () => {
  it('when npm installed exactly what is locked', () => {
    expect(samePackages({ '': {}, 'node_modules/a': a }, { 'node_modules/a': a })).toBe(true);
  });

  it('when only optional packages are missing: those for other systems', () => {
    expect(samePackages({ 'node_modules/a': { ...a, optional: true } }, {})).toBe(true);
  });

  it.each([
    ['one is missing', { 'node_modules/a': a }, {}],
    ['one is too many', {}, { 'node_modules/a': a }],
    ['a version differs', { 'node_modules/a': a }, { 'node_modules/a': { ...a, version: '1.0.1' } }],
    ['contents differ', { 'node_modules/a': a }, { 'node_modules/a': { ...a, integrity: 'sha512-b' } }],
  ])('not when %s', (_, locked, installed) => {
    expect(samePackages(locked, installed)).toBe(false);
  });
});

it('npm does not run on the Node that it is about to delete', () => {
  const kept = withoutOwnBin('/repo', '/repo/node_modules/.bin:/repo/tools/bin:/usr/bin:/other/node_modules/.bin');
  expect(kept).toBe('/repo/tools/bin:/usr/bin:/other/node_modules/.bin');
});

it('the lockfile names the builds for every system, as npm ci demands', () => {
  // A registry that lacks some of them makes npm write a lockfile that npm ci then refuses.
  const { packages } = JSON.parse(fs.readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));
  const isLocked = (where, name) =>
    where
      .split('node_modules/')
      .some((_, depth, parts) => [...parts.slice(0, depth + 1), name].join('node_modules/') in packages);
  const missing = Object.entries(packages).flatMap(([where, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(where && `${where}/`, name)),
  );
  expect(missing).toEqual([]);
});
