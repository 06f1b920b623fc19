import fs from 'node:fs';
import path from 'node:path';
import { run } from '../run.mjs';

const MIN_VERSION = 17;

/** DynamoDB Local is a Java program. @type {import('./engines.mjs').Engine} */
export const java = {
  name: 'java',
  what: `a Java runtime, version ${MIN_VERSION} or newer (for DynamoDB Local)`,
  find: findJava,
  // Debian 12 and Ubuntu have 17; later ones only have newer.
  apt: ['openjdk-17-jre-headless', 'openjdk-21-jre-headless', 'openjdk-25-jre-headless', 'default-jre-headless'],
  brew: 'openjdk@17',
  byHand:
    'Install it (Debian, Ubuntu: sudo apt-get install openjdk-17-jre-headless; Fedora: sudo dnf install ' +
    'java-latest-openjdk-headless; macOS: brew install openjdk@17), point JAVA_HOME at it if it is set or java is not in the PATH, and try again.',
};

async function findJava() {
  const first = candidates(process.env).find((candidate) => fs.existsSync(candidate));
  if (!first) return null;
  const { code, output } = await run(first, ['-version'], { timeoutMs: 30_000 });
  // macOS has a /usr/bin/java that only says where to get one: it fails.
  return code === 0 && javaMajor(output) >= MIN_VERSION ? first : null;
}

/** Where the local cloud will look too: JAVA_HOME alone when it is set. @param {NodeJS.ProcessEnv} env @returns {string[]} */
export function candidates(env) {
  if (env.JAVA_HOME) return [path.resolve(env.JAVA_HOME, 'bin', 'java')];
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.resolve(folder, 'java'));
}

/**
 * @param {string} output of `java -version`, e.g. `openjdk version "17.0.15" 2025-04-15`; Java 8 says `"1.8.0_402"`
 * @returns {number} NaN when it names none
 */
export function javaMajor(output) {
  const version = /version "(\d+)(?:\.(\d+))?/.exec(output);
  if (!version) return Number.NaN;
  return Number(version[1] === '1' ? version[2] : version[1]);
}
