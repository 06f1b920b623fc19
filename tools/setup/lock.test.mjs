import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withLock } from './lock.mjs';

let folder;
let file;
let said;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'setup-lock-'));
  file = path.join(folder, 'setup.lock');
  said = vi.spyOn(console, 'log').mockReturnValue();
});

afterEach(() => {
  said.mockRestore();
  fs.rmSync(folder, { recursive: true });
});

/** A lock file as a process leaves it that never got to release it. */
function leaveLock(pid, ageMs = 0) {
  fs.writeFileSync(file, JSON.stringify({ token: 'another', pid }));
  const then = new Date(Date.now() - ageMs);
  fs.utimesSync(file, then, then);
}

describe('the set-up lock', () => {
  it('lets one at a time through', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 20 }, () => withLock(file, work, { pollMs: 1 })));
    expect(most).toBe(1);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('is released when the work fails', async () => {
    const work = () => Promise.reject(new Error('no disk'));
    await expect(withLock(file, work)).rejects.toThrow('no disk');
    expect(fs.existsSync(file)).toBe(false);
  });

  it('is taken over from a process that is gone', async () => {
    leaveLock(spawnSync('true').pid);
    expect(await withLock(file, async () => 'done')).toBe('done');
  });

  it('is taken over when nobody has touched it for long, whoever has the pid now', async () => {
    leaveLock(process.pid, 60_000);
    expect(await withLock(file, async () => 'done', { staleMs: 30_000 })).toBe('done');
  });

  it('is waited for only so long, then a message names the process and the file', async () => {
    leaveLock(process.pid);
    const attempt = withLock(file, async () => 'done', { waitMs: 20, pollMs: 5 });
    await expect(attempt).rejects.toThrow(`process ${process.pid}) does not finish. End it, or delete ${file}`);
    expect(fs.existsSync(file)).toBe(true);
    expect(said.mock.calls).toEqual([[`set-up: waiting for another set-up of this checkout (process ${process.pid})`]]);
  });
});
