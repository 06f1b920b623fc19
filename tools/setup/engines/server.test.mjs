import { expect, it } from 'vitest';
import { isAtLeast } from './server.mjs';

const REDIS = /v=(\d+)\.(\d+)/;
const MARIADB = /Ver (\d+)\.(\d+)/;

it.each([
  ['Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64', REDIS, [6, 2], true],
  ['Valkey server v=8.1.1 sha=00000000:0', REDIS, [6, 2], true],
  ['Redis server v=6.0.16 sha=00000000:0', REDIS, [6, 2], false],
  ['mariadbd  Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64', MARIADB, [10, 6], true],
  ['mariadbd  Ver 11.4.2-MariaDB for osx10.19 on arm64', MARIADB, [10, 6], true],
  ['mariadbd  Ver 10.3.39-MariaDB for Linux on x86_64', MARIADB, [10, 6], false],
  ['error while loading shared libraries: libaio.so.1', MARIADB, [10, 6], false],
])('judges a version: %s', (output, version, least, expected) => {
  expect(isAtLeast(output, version, /** @type {[number, number]} */ (least))).toBe(expected);
});
