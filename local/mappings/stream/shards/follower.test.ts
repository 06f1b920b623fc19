import { afterEach, describe, expect, it, vi } from 'vitest';
import { AwsServiceError } from '../../../appsync/definition.ts';
import type { StreamMappingPlan } from '../../../cloud/plan/mappingPlan.ts';
import type { ShardPoint } from '../checkpoints/checkpoint.ts';
import type { RawRecord, StreamEvent } from '../records/record.ts';
import type { StreamApi } from '../streamApi.ts';
import { type Follower, startFollower } from './follower.ts';

/** A stream in memory, for what DynamoDB Local does not do: splitting shards, trimming, and failing when told to. */
class MemoryStream implements StreamApi {
  readonly arn = 'arn:aws:dynamodb:x:y:table/T/stream/1';
  readonly table = 'T';
  readonly parts = new Map<string, { parent?: string; closed: boolean; records: RawRecord[]; trimmed: number }>();
  failures: AwsServiceError[] = [];
  iterators: string[] = [];

  add(id: string, parent?: string): void {
    this.parts.set(id, { closed: false, records: [], trimmed: 0, ...(parent === undefined ? {} : { parent }) });
  }
  write(id: string, key: string, sequence: number): void {
    const dynamodb = { Keys: { id: { S: key } }, SequenceNumber: String(sequence), ApproximateCreationDateTime: 0 };
    const rest = { eventVersion: '1.1', eventSource: 'aws:dynamodb', awsRegion: 'x' };
    this.#part(id).records.push({ eventID: `e${sequence}`, eventName: 'INSERT', dynamodb, ...rest });
  }
  close(id: string): void {
    this.#part(id).closed = true;
  }
  trim(id: string, count: number): void {
    this.#part(id).trimmed = count;
  }
  shards: StreamApi['shards'] = () =>
    Promise.resolve(
      Array.from(this.parts, ([ShardId, { parent, closed }]) => ({
        ShardId,
        ...(parent === undefined ? {} : { ParentShardId: parent }),
        SequenceNumberRange: { StartingSequenceNumber: '1', ...(closed ? { EndingSequenceNumber: '9' } : {}) },
      })),
    );
  iterator: StreamApi['iterator'] = async (id, position) => {
    const { records, trimmed } = this.#part(id);
    this.iterators.push(position.ShardIteratorType);
    if (position.ShardIteratorType === 'TRIM_HORIZON') return `${id} ${trimmed}`;
    const at = records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === position.SequenceNumber);
    if (at < trimmed) throw new AwsServiceError('TrimmedDataAccessException', 'It is gone.', 400);
    return `${id} ${position.ShardIteratorType === 'AT_SEQUENCE_NUMBER' ? at : at + 1}`;
  };
  records: StreamApi['records'] = async (iterator) => {
    const failure = this.failures.shift();
    if (failure !== undefined) throw failure;
    const [id = '', from = ''] = iterator.split(' ');
    const { records, closed } = this.#part(id);
    const page = records.slice(Number(from), Number(from) + 2);
    const end = Number(from) + page.length;
    return { records: page, next: closed && end === records.length ? undefined : `${id} ${end}` };
  };
  #part(id: string) {
    const part = this.parts.get(id);
    if (part === undefined) throw new Error(`There is no shard ${id}.`);
    return part;
  }
}

const plan: StreamMappingPlan = {
  kind: 'stream',
  id: 'm',
  name: 'f from T',
  functionArn: 'f',
  roleArn: 'r',
  enabled: true,
  batchSize: 10,
  windowSeconds: 0,
  filters: [],
  reportsItemFailures: false,
  streamArn: 'arn:aws:dynamodb:x:y:table/T/stream/1',
  startingPosition: 'TRIM_HORIZON',
  parallelization: 1,
  retryAttempts: -1,
  recordAgeSeconds: -1,
  bisect: false,
  onFailure: null,
};

const stopping: AbortController[] = [];
afterEach(() => {
  for (const controller of stopping.splice(0)) controller.abort();
});

async function follow(
  api: StreamApi,
  points: Record<string, ShardPoint> = {},
  hold: () => Promise<void> = async () => {},
) {
  const got: string[] = [];
  const lines: string[] = [];
  const stop = new AbortController();
  stopping.push(stop);
  const follower = await startFollower({
    plan,
    api,
    points,
    passes: () => true,
    signal: stop.signal,
    onProgress: () => {},
    deps: {
      call: () => Promise.reject(new Error('not called')),
      invoke: async ({ payload }) => {
        await hold();
        got.push(...(payload as { Records: StreamEvent[] }).Records.map(({ dynamodb }) => dynamodb.SequenceNumber));
        return { payload: null };
      },
      principals: { isAllowed: () => ({ allowed: true, reason: '' }) },
      sendTo: () => Promise.resolve(),
      dataFolder: null,
      log: (line) => lines.push(line),
    },
  });
  return { follower, got, lines };
}

const rested = (follower: Follower): Promise<void> =>
  vi.waitFor(async () => expect(await follower.pending()).toBe(0), { timeout: 5_000, interval: 2 });

describe('shards', () => {
  it('that split are followed, the children after all of their parent is done', async () => {
    const api = new MemoryStream();
    api.add('parent');
    for (const sequence of [1, 2, 3]) api.write('parent', 'k', sequence);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const { follower, got } = await follow(api, {}, () => held);
    expect(await follower.pending()).toBeGreaterThan(0);
    api.add('left', 'parent');
    api.add('right', 'parent');
    api.close('parent');
    api.write('left', 'k', 4);
    api.write('right', 'l', 5);
    await vi.waitFor(async () => expect(await follower.pending()).toBe(3), { timeout: 5_000 });
    release();
    await rested(follower);
    expect(got.slice(0, 3)).toEqual(['1', '2', '3']);
    expect(got.toSorted()).toEqual(['1', '2', '3', '4', '5']);
    expect(follower.points()).toMatchObject({ parent: { finished: true }, left: { position: '4', finished: false } });
  });

  it('that are finished are not read again, nor those that are gone waited for', async () => {
    const api = new MemoryStream();
    api.add('old');
    api.close('old');
    api.write('old', 'k', 1);
    api.add('young', 'old');
    api.write('young', 'k', 2);
    api.add('orphan', 'trimmed long ago');
    api.write('orphan', 'm', 3);
    const done = { position: '1', lanes: [null], finished: true };
    const { follower, got } = await follow(api, { old: done, 'not there any more': done });
    await rested(follower);
    expect(got.toSorted()).toEqual(['2', '3']);
    expect(Object.keys(follower.points()).toSorted()).toEqual(['old', 'orphan', 'young']);
  });
});

describe('reading', () => {
  const one = (): MemoryStream => {
    const api = new MemoryStream();
    api.add('shard');
    for (const sequence of [1, 2, 3, 4, 5]) api.write('shard', 'k', sequence);
    return api;
  };

  it('goes on after an iterator has expired', async () => {
    const api = one();
    const { follower, got } = await follow(api);
    await rested(follower);
    api.failures = [new AwsServiceError('ExpiredIteratorException', 'Too old.', 400)];
    api.write('shard', 'k', 6);
    await rested(follower);
    expect(got).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(api.iterators).toEqual(['TRIM_HORIZON', 'AFTER_SEQUENCE_NUMBER']);
  });

  it('says when records were trimmed before they were read, and goes on with what there is', async () => {
    const api = one();
    api.trim('shard', 3);
    const { follower, got, lines } = await follow(api, { shard: { position: '2', lanes: ['2'], finished: false } });
    await rested(follower);
    expect(got).toEqual(['4', '5']);
    expect(lines).toEqual(['f from T: shard shard no longer has what follows 2: records older than a day are lost']);
  });

  it('fails loudly while the engine does, and recovers by itself', async () => {
    const api = one();
    api.failures = [new AwsServiceError('InternalServerError', 'The engine is away.', 500)];
    const { follower, got, lines } = await follow(api);
    await vi.waitFor(() => expect(got).toHaveLength(5), { timeout: 5_000 });
    expect(lines).toEqual([
      'f from T: shard shard cannot be read: InternalServerError: The engine is away.',
      'f from T: shard shard can be read again',
    ]);
    api.failures = [new AwsServiceError('InternalServerError', 'Away again.', 500)];
    await expect(follower.pending()).rejects.toThrow('Away again.');
  });
});
