import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AwsServiceError } from '../../appsync/definition.ts';
import { openEventsDatabase } from '../database.ts';
import { createManualClock, type ManualClock } from '../testing/manualClock.ts';
import type { Delivery } from './delivery.ts';
import { createDeliveryQueue, type DeliveryQueue, type Failure } from './deliveryQueue.ts';

const START = Date.parse('2026-11-20T12:00:00Z');
const delivery = (id: string, more: Partial<Delivery> = {}): Delivery => ({
  id,
  sender: { service: 'events.amazonaws.com', arn: 'arn:rule' },
  target: { arn: 'arn:aws:sqs:us-west-2:000000000000:q', roleArn: null, messageGroupId: null, event: null },
  payload: '{}',
  deadLetter: { queueArn: 'arn:dead', body: '{}' },
  maxRetries: 2,
  expiresAt: START + 3_600_000,
  attempts: 0,
  ...more,
});

let clock: ManualClock;
let answers: (Error | null)[];
let sent: string[];
let buried: { id: string; failure: Failure }[];
let folder: string;
beforeEach(() => {
  [clock, answers, sent, buried] = [createManualClock(START), [], [], []];
  folder = mkdtempSync(join(tmpdir(), 'deliveries-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(dataFolder: string | null = null): { queue: DeliveryQueue; close(): Promise<void> } {
  const database = openEventsDatabase(dataFolder);
  const queue = createDeliveryQueue({
    database,
    clock,
    delayMs: (attempts) => attempts * 1000,
    log: () => {},
    send: async ({ id }) => {
      sent.push(id);
      const answer = answers.shift() ?? null;
      if (answer !== null) throw answer;
    },
    bury: async ({ id }, failure) => void buried.push({ id, failure }),
  });
  return { queue, close: () => queue.stop().then(() => database.close()) };
}

const WAIT_MS = 10_000;
const broken = () => new AwsServiceError('InternalError', 'try later', 500);
const sentTimes = (times: number) => vi.waitFor(() => expect(sent.length).toBe(times), WAIT_MS);
const empty = (queue: DeliveryQueue) => vi.waitFor(() => expect(queue.pending()).toBe(0), WAIT_MS);

describe('a delivery', () => {
  it('is tried again, later each time, until it is taken', async () => {
    const { queue, close } = open();
    queue.start();
    answers = [broken(), new AwsServiceError('ThrottlingException', 'slow down', 400), null];
    queue.push([delivery('a')]);
    await sentTimes(1);
    await vi.waitFor(() => {
      clock.advanceTo(START + 999);
      expect(sent.length).toBe(1);
      expect(queue.pending()).toBe(1);
    }, WAIT_MS);
    await vi.waitFor(() => {
      clock.advanceTo(START + 1000);
      expect(sent.length).toBe(2);
    }, WAIT_MS);
    await vi.waitFor(() => {
      clock.advanceTo(START + 3000);
      expect(sent.length).toBe(3);
    }, WAIT_MS);
    await empty(queue);
    expect(buried).toEqual([]);
    await close();
  });

  it.each([
    ['after its last try', { maxRetries: 0 }, broken(), 'MaximumRetryAttempts'],
    ['when it is too old', { expiresAt: START }, broken(), 'MaximumEventAge'],
    ['at once where no try would help', {}, new AwsServiceError('AccessDeniedException', 'no', 403), null],
  ])('is buried %s', async (_, more, error, exhausted) => {
    const { queue, close } = open();
    queue.start();
    answers = [error];
    queue.push([delivery('a', more)]);
    await empty(queue);
    expect(sent).toEqual(['a']);
    expect(buried).toEqual([{ id: 'a', failure: { code: error.code, message: error.message, exhausted } }]);
    await close();
  });

  it('is done once, however many there are', async () => {
    const { queue, close } = open();
    const ids = Array.from({ length: 200 }, (_, number) => `d${number}`);
    queue.push(ids.map((id) => delivery(id)));
    expect(queue.pending()).toBe(200);
    queue.start();
    await empty(queue);
    expect(sent.toSorted()).toEqual(ids.toSorted());
    await close();
  });

  it('may bring forth others', async () => {
    const database = openEventsDatabase(null);
    const queue = createDeliveryQueue({
      database,
      clock,
      log: () => {},
      send: async ({ id }) => {
        sent.push(id);
        if (id === 'first') queue.push([delivery('second')]);
      },
      bury: async () => {},
    });
    queue.start();
    queue.push([delivery('first')]);
    await empty(queue);
    expect(sent).toEqual(['first', 'second']);
    await queue.stop();
    database.close();
  });

  it('outlives a process that ends', async () => {
    const first = open(folder);
    first.queue.push([delivery('kept')]);
    await first.close();
    expect(sent).toEqual([]);
    const second = open(folder);
    second.queue.start();
    await empty(second.queue);
    expect(sent).toEqual(['kept']);
    await second.close();
  });
});
