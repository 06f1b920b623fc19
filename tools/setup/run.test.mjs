import { expect, it } from 'vitest';
import { excerpt, run } from './run.mjs';

it('gives the exit code and everything written', async () => {
  const script = 'console.log("out"); console.error("err"); process.exit(3)';
  const { code, output } = await run(process.execPath, ['-e', script], { timeoutMs: 30_000 });
  expect(code).toBe(3);
  expect(output).toContain('out\n');
  expect(output).toContain('err\n');
});

it('ends a program, and what it started, after the time-out', async () => {
  // The sleeping grandchild holds the output open: an answer before it wakes means that it was ended.
  const { code, output } = await run('sh', ['-c', 'sleep 600 & echo started; wait'], { timeoutMs: 3_000 });
  expect(code).toBe(124);
  expect(output).toContain('started\n\nstopped after');
});

it('says so when there is no such program', async () => {
  expect((await run('no-such-program', [], { timeoutMs: 1000 })).code).toBe(127);
});

it('keeps both ends of a long output', () => {
  const lines = excerpt(Array.from({ length: 100 }, (_, i) => `line ${i}`).join('\n')).split('\n');
  expect([lines[0], lines[20], lines.at(-1)]).toEqual(['line 0', '[...]', 'line 99']);
});
