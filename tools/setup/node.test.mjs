import { expect, it } from 'vitest';
import { majorOf } from './node.mjs';

it.each([
  ['v24.21.0\n', 24],
  ['20.20.2', 20],
  ['cannot execute binary file', Number.NaN],
])('reads the version of Node from %j', (version, major) => {
  expect(majorOf(version)).toBe(major);
});
