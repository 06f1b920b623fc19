import { expect, it } from 'vitest';
import { hasCandidate } from './install.mjs';

it.each([
  [
    'a package that can be installed',
    'openjdk-17-jre-headless:\n  Installed: (none)\n  Candidate: 17.0.15+6-1\n',
    true,
  ],
  ['a package that is only referred to', 'openjdk-8-jre:\n  Installed: (none)\n  Candidate: (none)\n', false],
  ['an unknown package', '', false],
])('apt has %s: %s', (_, policy, expected) => {
  expect(hasCandidate(policy)).toBe(expected);
});
