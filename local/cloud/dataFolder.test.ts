import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeDataFolder } from './dataFolder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyrack-data-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('is one process’s at a time', () => {
  const give = takeDataFolder(folder);
  expect(() => takeDataFolder(folder)).toThrow(`the data folder ${folder} is in use by process ${process.pid}`);
  give();
  takeDataFolder(folder)();
  expect(existsSync(join(folder, 'keyrack.lock'))).toBe(false);
});

it('is taken over from a process that is gone', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(join(folder, 'keyrack.lock'), String(pid));
  expect(() => takeDataFolder(folder)()).not.toThrow();
});

it('must be a folder', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => takeDataFolder(join(folder, 'file'))).toThrow(/cannot be used: /);
});
