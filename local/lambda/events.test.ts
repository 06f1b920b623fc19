import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { EventFailure } from './definition.ts';
import { startTestHost, type TestHost } from './testing/startTestHost.ts';

vi.setConfig({ testTimeout: 60_000 });

let local: TestHost;
afterEach(() => local.stop());

/** Writes down each try and fails as often as it is told. */
const FLAKY = `import { appendFileSync, readFileSync } from 'node:fs';
export const handler = async ({ failures }, { awsRequestId }) => {
  appendFileSync('tries', awsRequestId + '\\n');
  if (readFileSync('tries', 'utf8').trim().split('\\n').length <= failures) throw new Error('not yet');
};`;

function start(failures: EventFailure[] = []): void {
  local = startTestHost({ eventRetryDelaysMs: [1, 1] });
  local.add('flaky', 'index.mjs', FLAKY, { onEventFailure: (failure) => void failures.push(failure) });
}

const tries = (): string[] => {
  const folder = local.host.find('flaky')?.codeFolder ?? '';
  return readFileSync(join(folder, 'tries'), 'utf8').trim().split('\n');
};

test('an event is answered at once and done later', async () => {
  start();
  expect(await local.call('flaky', { failures: 0 }, { invocationType: 'Event' })).toEqual({ payload: null });
  await local.host.eventsDrained();
  expect(tries()).toHaveLength(1);
});

test('a failed event is tried twice more, under the same request id', async () => {
  const failures: EventFailure[] = [];
  start(failures);
  await local.call('flaky', { failures: 2 }, { invocationType: 'Event' });
  await local.host.eventsDrained();
  expect(tries()).toHaveLength(3);
  expect(new Set(tries()).size).toBe(1);
  expect(failures).toEqual([]);
});

test('an event that fails three times goes to the failure destination', async () => {
  const failures: EventFailure[] = [];
  start(failures);
  await local.call('flaky', { failures: 9 }, { invocationType: 'Event' });
  await local.host.eventsDrained();
  expect(tries()).toHaveLength(3);
  expect(failures).toEqual([
    {
      requestId: tries()[0],
      payload: { failures: 9 },
      attempts: 3,
      error: expect.objectContaining({ errorMessage: 'not yet' }),
    },
  ]);
});

test('a dry run runs nothing', async () => {
  start();
  expect(await local.call('flaky', {}, { invocationType: 'DryRun' })).toEqual({ payload: null });
  expect(() => tries()).toThrow(/ENOENT/);
});
