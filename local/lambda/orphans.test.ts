import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

test('functions die with a parent that is killed hard, even in an endless loop', async () => {
  const helper = fileURLToPath(new URL('./testing/startTestHost.ts', import.meta.url));
  const script = `const { startTestHost } = await import(${JSON.stringify(helper)});
    const local = startTestHost();
    local.add('f', 'index.mjs', 'export const handler = async (loop) => { while (loop); return process.pid; }');
    console.log((await local.call('f', false)).payload);
    await local.call('f', true);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [chunk] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(chunk.toString());
  expect(process.kill(pid, 0)).toBe(true);
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), { timeout: 20_000 });
});
