import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { AwsServiceError } from '../../appsync/definition.ts';
import { startTestEndpoint, type TestEndpoint } from '../../endpoint/testing/startTestEndpoint.ts';
import type { StreamMapping } from './contract.ts';
import type { StreamEvent } from './records/record.ts';
import {
  allDone,
  change,
  createStreamTable,
  FAILED,
  type Handler,
  OK,
  type StreamTable,
} from './testing/streamTable.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let local: TestEndpoint;
let folder: string;
const running: StreamMapping[] = [];
let tables = 0;

beforeAll(async () => {
  local = await startTestEndpoint();
  folder = mkdtempSync(join(tmpdir(), 'checkpoints-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((mapping) => mapping.stop()));
});
afterAll(async () => {
  await local.stop();
  rmSync(folder, { recursive: true });
});

const table = (): Promise<StreamTable> => createStreamTable(local, `Table${(tables += 1)}`);

async function map(on: StreamTable, ...rest: Parameters<StreamTable['map']>): Promise<StreamMapping> {
  const mapping = await on.map(...rest);
  running.push(mapping);
  return mapping;
}

/** A function that notes what it gets. */
function recorder(then: Handler = () => OK): { batches: string[][]; changes(): string[]; handler: Handler } {
  const batches: string[][] = [];
  return {
    batches,
    changes: () => batches.flat(),
    handler: (records) => {
      batches.push(records.map(change));
      return then(records);
    },
  };
}

/** Writes values 1 to `values` to each item, all items at the same time. */
async function writeAll(on: StreamTable, items: readonly string[], values: number): Promise<void> {
  await Promise.all(
    items.map(async (id) => {
      for (let value = 1; value <= values; value += 1) await on.write(id, value);
    }),
  );
}

/** The values of one item in the order in which they came. */
const valuesOf = (changes: readonly string[], item: string): number[] =>
  changes.filter((one) => one.startsWith(item)).map((one) => Number(one.slice(item.length)));

describe('a record', () => {
  test('looks as Lambda has it', async () => {
    const on = await table();
    const got: StreamEvent[] = [];
    const mapping = await map(on, (records) => (got.push(...records), OK));
    const before = Math.floor(Date.now() / 1000);
    await on.write('a', 1);
    await on.write('a', 2);
    await on.remove('a');
    await allDone(mapping);
    const images = (value: string) => ({ id: { S: 'a' }, value: { N: value } });
    const common = {
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'eu-west-1',
      eventSourceARN: on.streamArn,
    };
    const data = {
      Keys: { id: { S: 'a' } },
      SequenceNumber: expect.stringMatching(/^\d{21}$/),
      SizeBytes: expect.any(Number),
      StreamViewType: 'NEW_AND_OLD_IMAGES',
      ApproximateCreationDateTime: expect.any(Number),
    };
    const eventID = expect.stringMatching(/^[0-9a-f-]{32,36}$/);
    expect(got).toEqual([
      { ...common, eventID, eventName: 'INSERT', dynamodb: { ...data, NewImage: images('1') } },
      { ...common, eventID, eventName: 'MODIFY', dynamodb: { ...data, NewImage: images('2'), OldImage: images('1') } },
      { ...common, eventID, eventName: 'REMOVE', dynamodb: { ...data, OldImage: images('2') } },
    ]);
    expect(got[0]?.dynamodb.ApproximateCreationDateTime).toBeGreaterThanOrEqual(before);
  });

  test('reaches the function within tens of milliseconds', async () => {
    const on = await table();
    let arrived = (): void => {};
    await map(on, () => (arrived(), OK));
    const waits: number[] = [];
    for (let value = 1; value <= 15; value += 1) {
      const arrival = new Promise<void>((resolve) => (arrived = resolve));
      await delay(value * 5); // Reading is slower the longer nothing happened.
      await on.write('a', value);
      const written = performance.now();
      await arrival;
      waits.push(performance.now() - written);
    }
    // The faster ones: others may have had the machine's cores for the rest.
    expect(waits.toSorted((a, b) => a - b)[4]).toBeLessThan(100);
  });
});

describe('batches', () => {
  test('hold no more than the batch size, in order', async () => {
    const on = await table();
    await writeAll(on, ['a'], 25);
    const { batches, changes, handler } = recorder();
    await allDone(await map(on, handler, { batchSize: 10 }));
    expect(batches.map(({ length }) => length)).toEqual([10, 10, 5]);
    expect(valuesOf(changes(), 'a')).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  });

  test('run side by side, yet the records of one key stay in order', async () => {
    const on = await table();
    const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    let atOnce = 0;
    let most = 0;
    const { changes, handler } = recorder(async () => {
      most = Math.max(most, (atOnce += 1));
      await delay(Math.random() * 10);
      atOnce -= 1;
      return Math.random() < 0.2 ? FAILED : OK;
    });
    await writeAll(on, items, 30);
    await allDone(await map(on, handler, { batchSize: 5, parallelization: 4 }));
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
    for (const item of items) {
      // A failed batch comes again, so a value may step back, but never forward over one that was not there.
      const values = valuesOf(changes(), item);
      values.forEach((value, index) => expect(value).toBeLessThanOrEqual(Math.max(0, ...values.slice(0, index)) + 1));
      expect(values.at(-1)).toBe(30);
    }
  });

  test('wait for their window, but not when they are full', async () => {
    const on = await table();
    const { batches, handler } = recorder();
    const mapping = await map(on, handler, { batchSize: 3, windowSeconds: 5 });
    await writeAll(on, ['a'], 4);
    await vi.waitFor(() => expect(batches).toEqual([['a1', 'a2', 'a3']]), { timeout: 4_000 });
    expect(await mapping.pending()).toBe(1);
    await allDone(mapping);
    expect(batches).toEqual([['a1', 'a2', 'a3'], ['a4']]);
  });

  test('hold what a filter lets through; the rest is done', async () => {
    const on = await table();
    const { changes, handler } = recorder();
    const filters = [
      '{"dynamodb":{"NewImage":{"value":{"N":["2","4"]}}}}',
      '{"eventName":["REMOVE"],"dynamodb":{"Keys":{"id":{"S":[{"prefix":"b"}]}}}}',
    ];
    const mapping = await map(on, handler, { filters });
    await writeAll(on, ['a', 'b'], 4);
    await on.remove('a');
    await on.remove('b');
    await allDone(mapping);
    expect(changes().toSorted()).toEqual(['a2', 'a4', 'b-', 'b2', 'b4']);
  });
});

describe('a function that fails', () => {
  test('gets the batch again, and nothing after it until then', async () => {
    const on = await table();
    let failures = 3;
    const { batches, handler } = recorder(() => ((failures -= 1) >= 0 ? FAILED : OK));
    await writeAll(on, ['a'], 4);
    await allDone(await map(on, handler, { batchSize: 2 }));
    expect(batches).toEqual([...Array(4).fill(['a1', 'a2']), ['a3', 'a4']]);
  });

  test('is asked again from the first item it reports, when the mapping says so', async () => {
    const on = await table();
    await writeAll(on, ['a'], 5);
    let once = true;
    const { batches, handler } = recorder((records) => {
      if (!once) return OK;
      once = false;
      const failed = [3, 2].map((index) => ({ itemIdentifier: records[index]?.dynamodb.SequenceNumber }));
      return { payload: { batchItemFailures: failed } };
    });
    await allDone(await map(on, handler, { reportsItemFailures: true }));
    expect(batches).toEqual([
      ['a1', 'a2', 'a3', 'a4', 'a5'],
      ['a3', 'a4', 'a5'],
    ]);
  });

  test('for good loses the batch after its retries, and the destination hears of it', async () => {
    const on = await table();
    await writeAll(on, ['a'], 3);
    const sent: { arn: string; body: string }[] = [];
    let refusals = 2;
    const sendTo = (message: { arn: string; roleArn: string; body: string }): Promise<void> => {
      if ((refusals -= 1) >= 0) return Promise.reject(new Error('the queue is away'));
      sent.push(message);
      return Promise.resolve();
    };
    const arn = 'arn:aws:sqs:eu-west-1:111122223333:Dead';
    const roleArn = local.role(`${on.name}Sender`, { Effect: 'Allow', Action: '*', Resource: '*' });
    const sequences: string[] = [];
    const { batches, handler } = recorder((records) => {
      sequences.push(...records.map(({ dynamodb }) => dynamodb.SequenceNumber));
      return records.map(change).includes('a1') ? FAILED : OK;
    });
    await allDone(await map(on, handler, { batchSize: 2, retryAttempts: 2, onFailure: arn, roleArn }, { sendTo }));
    expect(batches).toEqual([['a1', 'a2'], ['a1', 'a2'], ['a1', 'a2'], ['a3']]);
    expect(sent).toHaveLength(1);
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(sent[0]).toMatchObject({ arn, roleArn });
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
      requestContext: {
        requestId: expect.any(String),
        functionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:Reader',
        condition: 'RetryAttemptsExhausted',
        approximateInvokeCount: 3,
      },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      version: '1.0',
      timestamp: expect.any(String),
      DDBStreamBatchInfo: {
        shardId: expect.stringMatching(/^shardId-/),
        startSequenceNumber: sequences[0],
        endSequenceNumber: sequences[1],
        approximateArrivalOfFirstRecord: time,
        approximateArrivalOfLastRecord: time,
        batchSize: 2,
        streamArn: on.streamArn,
      },
    });
  });

  test('of one record alone loses that one, when batches are split', async () => {
    const on = await table();
    await writeAll(on, ['a'], 12);
    const given: unknown[] = [];
    let poison = '';
    const { changes, handler } = recorder((records) => {
      const found = records.find((record) => change(record) === 'a7');
      poison = found?.dynamodb.SequenceNumber ?? poison;
      return found === undefined ? OK : FAILED;
    });
    const roleArn = local.role(`${on.name}Sender`, { Effect: 'Allow', Action: '*', Resource: '*' });
    const plan = { bisect: true, retryAttempts: 1, onFailure: 'arn:aws:sns:eu-west-1:111122223333:Dead', roleArn };
    const sendTo = ({ body }: { body: string }): Promise<void> => Promise.resolve(void given.push(JSON.parse(body)));
    await allDone(await map(on, handler, plan, { sendTo }));
    expect(given).toMatchObject([{ DDBStreamBatchInfo: { batchSize: 1, startSequenceNumber: poison } }]);
    expect(new Set(changes()).size).toBe(12);
    expect(changes().at(-1)).toBe('a12');
  });

  test('holds up its own lane only', async () => {
    const on = await table();
    const { changes, handler } = recorder((records) => (records.map(change).includes('bad1') ? FAILED : OK));
    const mapping = await map(on, handler, { parallelization: 10, batchSize: 1 });
    await writeAll(on, ['bad', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], 3);
    const others = (): number => new Set(changes().filter((one) => !one.startsWith('bad'))).size;
    // At most a few keys share the lane of the bad one.
    await vi.waitFor(() => expect(others()).toBeGreaterThanOrEqual(12), { timeout: 10_000 });
    await vi.waitFor(async () => expect(await mapping.pending()).toBeGreaterThanOrEqual(3), { timeout: 5_000 });
    expect(mapping.lag()).toMatchObject({ pending: expect.any(Number), oldestMs: expect.any(Number) });
  });

  test('has as long as the record may be old', async () => {
    const on = await table();
    const { changes, handler } = recorder(() => FAILED);
    const lines: string[] = [];
    await on.write('a', 1);
    await allDone(await map(on, handler, { recordAgeSeconds: 1 }, { log: (line) => lines.push(line) }));
    expect(changes().length).toBeGreaterThan(2);
    expect(lines.join('\n')).toContain('RecordAgeExceeded');
  });

  test('by being throttled is asked again, and no try is counted', async () => {
    const on = await table();
    await on.write('a', 1);
    let throttles = 5;
    const got: string[] = [];
    const invoke = ({ payload }: { payload: unknown }) => {
      if ((throttles -= 1) >= 0)
        return Promise.reject(new AwsServiceError('TooManyRequestsException', 'Rate Exceeded.', 429));
      got.push(...(payload as { Records: StreamEvent[] }).Records.map(change));
      return Promise.resolve(OK);
    };
    await allDone(await map(on, () => OK, { retryAttempts: 0 }, { invoke }));
    expect(got).toEqual(['a1']);
  });
});

describe('a mapping begins', () => {
  test('with the oldest record, or with the next one', async () => {
    const on = await table();
    await writeAll(on, ['a'], 2);
    const [horizon, latest] = [recorder(), recorder()];
    const first = await map(on, horizon.handler, { startingPosition: 'TRIM_HORIZON' });
    const second = await map(on, latest.handler, { startingPosition: 'LATEST' });
    await on.write('a', 3);
    await Promise.all([allDone(first), allDone(second)]);
    expect(horizon.changes()).toEqual(['a1', 'a2', 'a3']);
    expect(latest.changes()).toEqual(['a3']);
  });

  test('again where it stopped', async () => {
    const on = await table();
    const dataFolder = join(folder, on.name);
    const [before, after] = [recorder(), recorder()];
    const first = await map(on, before.handler, { startingPosition: 'LATEST' }, { dataFolder });
    await writeAll(on, ['a'], 3);
    await allDone(first);
    await first.stop();
    await on.write('a', 4);
    await allDone(await map(on, after.handler, { startingPosition: 'LATEST' }, { dataFolder }));
    expect(before.changes()).toEqual(['a1', 'a2', 'a3']);
    expect(after.changes()).toEqual(['a4']);
  });

  test('again with what was under way in any lane, also with other lanes than before', async () => {
    const on = await table();
    const dataFolder = join(folder, on.name);
    const items = ['a', 'b', 'c', 'd', 'e', 'f'];
    // One key hangs; the others get ahead of it.
    const before = recorder((records) => (records.map(change).includes('c2') ? new Promise(() => {}) : OK));
    const first = await map(on, before.handler, { parallelization: 8, batchSize: 1 }, { dataFolder, stopGraceMs: 20 });
    await writeAll(on, items, 4);
    await vi.waitFor(() => expect(new Set(before.changes()).size).toBeGreaterThanOrEqual(14), { timeout: 10_000 });
    await first.stop();
    for (const parallelization of [8, 3]) {
      const again = join(folder, `${on.name}-${parallelization}`);
      cpSync(dataFolder, again, { recursive: true });
      const after = recorder();
      await allDone(await map(on, after.handler, { parallelization }, { dataFolder: again }));
      expect(after.changes()).toContain('c2');
      expect(after.changes()).toContain('c4');
      const all = new Set([...before.changes(), ...after.changes()]);
      expect(all.size).toBe(items.length * 4);
      if (parallelization === 8) expect(after.changes()).not.toContain('c1');
    }
  });

  test('after a hard end with all that was not done, whenever it was', async () => {
    const on = await table();
    const dataFolder = join(folder, on.name);
    const before = recorder(async () => (await delay(5), OK));
    await map(on, before.handler, { startingPosition: 'LATEST', batchSize: 2 }, { dataFolder });
    // What lies on the disk at some moments is what a killed process would leave.
    const moments: { left: string; done: string[] }[] = [];
    for (let value = 1; value <= 40; value += 1) {
      await on.write('a', value);
      if (value % 13 !== 1) continue;
      const left = join(folder, `${on.name}-at-${value}`);
      cpSync(dataFolder, left, { recursive: true });
      moments.push({ left, done: before.changes() });
    }
    for (const { left, done } of moments) {
      const after = recorder();
      await allDone(await map(on, after.handler, { startingPosition: 'LATEST' }, { dataFolder: left }));
      expect(new Set([...done, ...after.changes()]).size).toBe(40);
    }
  });

  test('anew when the table has another stream', async () => {
    const on = await table();
    const dataFolder = join(folder, on.name);
    await on.write('a', 1);
    const first = await map(on, () => OK, {}, { dataFolder });
    await allDone(first);
    await first.stop();
    const specification = (StreamSpecification: object) => ({ TableName: on.name, StreamSpecification });
    await local.admin('UpdateTable', specification({ StreamEnabled: false }));
    await local.admin('UpdateTable', specification({ StreamEnabled: true, StreamViewType: 'NEW_IMAGE' }));
    await on.write('a', 2);
    const after = recorder();
    await allDone(await map(on, after.handler, {}, { dataFolder }));
    expect(after.changes()).toEqual(['a2']);
  });
});

describe('a mapping is refused', () => {
  test('whose role may not read the stream or tell of failures, naming what is missing', async () => {
    const on = await table();
    const roleArn = local.role(`${on.name}Half`, {
      Effect: 'Allow',
      Action: 'dynamodb:*Stream*',
      Resource: on.streamArn,
    });
    const onFailure = 'arn:aws:sqs:eu-west-1:111122223333:Dead';
    await expect(map(on, () => OK, { roleArn, onFailure })).rejects.toThrow(
      new RegExp(`role/${on.name}Half must be allowed .*dynamodb:GetRecords on .*, sqs:SendMessage on ${onFailure}`),
    );
  });

  test('of a table without a stream, and one whose checkpoint is damaged', async () => {
    const on = await table();
    const dataFolder = join(folder, on.name);
    await (await on.map(() => OK, {}, { dataFolder })).stop();
    writeFileSync(join(dataFolder, readdirSync(dataFolder)[0] ?? ''), '{"streamArn":5}');
    await expect(map(on, () => OK, {}, { dataFolder })).rejects.toThrow('is damaged; remove it');
    const call = () => Promise.resolve({ Table: {} });
    await expect(map(on, () => OK, {}, { call })).rejects.toThrow(`The table ${on.name} has no stream`);
  });
});

describe('a mapping that stops', () => {
  test('lets the function finish, and reads no further', async () => {
    const on = await table();
    let release = (): void => {};
    const { changes, handler } = recorder(() => new Promise((resolve) => (release = () => resolve(OK))));
    const dataFolder = join(folder, on.name);
    const mapping = await map(on, handler, { batchSize: 1 }, { dataFolder });
    await writeAll(on, ['a'], 2);
    await vi.waitFor(() => expect(changes()).toEqual(['a1']), { timeout: 5_000 });
    const stopped = mapping.stop();
    release();
    await stopped;
    const after = recorder();
    await allDone(await map(on, after.handler, {}, { dataFolder }));
    expect([changes(), after.changes()]).toEqual([['a1'], ['a2']]);
  });
});
