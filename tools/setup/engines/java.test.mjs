import { expect, it } from 'vitest';
import { candidates, javaMajor } from './java.mjs';

it.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['java version "1.8.0_402"', 8],
  ['openjdk version "21" 2023-09-19', 21],
  ['openjdk version "25-ea" 2025-09-16', 25],
  ['The operation couldn’t be completed. Unable to locate a Java Runtime.', Number.NaN],
])('reads the version from: %s', (output, major) => {
  expect(javaMajor(output)).toBe(major);
});

it('looks where the local cloud will look', () => {
  expect(candidates({ JAVA_HOME: '/opt/jdk', PATH: '/usr/bin' })).toEqual(['/opt/jdk/bin/java']);
  expect(candidates({ PATH: '/usr/bin:/bin' })).toEqual(['/usr/bin/java', '/bin/java']);
});
