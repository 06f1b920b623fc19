import { doneBefore, type ShardPoint } from '../checkpoints/checkpoint.ts';
import type { StreamDeps } from '../contract.ts';
import type { DeliverySettings } from '../lanes/deliver.ts';
import { type Lane, startLane } from '../lanes/lane.ts';
import { laneOf } from '../records/laneOf.ts';
import { type RawRecord, readRecord, type StreamRecord } from '../records/record.ts';
import type { StreamApi } from '../streamApi.ts';
import type { Pattern } from '../../../patterns/compilePattern.ts';
import { ShardReader } from './reader.ts';

/** One shard that is read and delivered. */
export type Shard = {
  /** Records read and not done, how many and since when the oldest of them waits (epoch ms; Infinity when there are none). */
  undone(): { count: number; oldest: number };
  /** It is closed, and all of it is done. */
  finished(): boolean;
  point(): ShardPoint;
  /** There is something new to read, perhaps. */
  ring(): void;
  /** Reads once more and answers how many records there were. @throws when the stream cannot be read */
  readNow(): Promise<number>;
  /** Resolves when reading and deliveries have ended after the signal. */
  ended: Promise<unknown>;
};

export type ShardSettings = Omit<DeliverySettings, 'done'> & {
  deps: Pick<StreamDeps, 'onWrite'>;
  api: StreamApi;
  /** Where to begin. */
  from: ShardPoint;
  passes: Pattern;
  /** Called whenever `point()` or `finished()` may have changed. */
  onProgress(): void;
};

/** A shard is not read further while so much of it waits. */
const MOST_RECORDS = 10_000;
const MOST_BYTES = 64 * 1024 * 1024;

export function startShard(settings: ShardSettings): Shard {
  const { plan, from, passes, onProgress } = settings;
  let count = 0;
  let bytes = 0;

  const done = (records: readonly StreamRecord[]): void => {
    count -= records.length;
    for (const record of records) bytes -= record.bytes;
    reader.goOn();
    onProgress();
  };
  const lanes: Lane[] = Array.from({ length: plan.parallelization }, () => startLane({ ...settings, done }));

  /** Records that pass the filters go to their lanes; the others are done. */
  const take = (raw: RawRecord): void => {
    const record = readRecord(raw, plan.streamArn, Date.now());
    const lane = laneOf(record.event, lanes.length);
    if (doneBefore(from, lane, lanes.length, record.sequence) || !passes(record.event)) return;
    count += 1;
    bytes += record.bytes;
    lanes[lane]?.push(record);
  };

  const reader = new ShardReader({
    ...settings,
    log: (line) => settings.deps.log(`${plan.name}: ${line}`),
    take: (records) => {
      records.forEach(take);
      onProgress();
    },
    isToldOfWrites: settings.deps.onWrite !== undefined,
    hasRoom: () => count < MOST_RECORDS && bytes < MOST_BYTES,
  });

  const finished = (): boolean => reader.closed && count === 0;
  const heads = (): StreamRecord[] => lanes.flatMap((lane) => lane.undone().slice(0, 1));
  return {
    undone: () => ({ count, oldest: Math.min(...heads().map(({ arrivedAt }) => arrivedAt)) }),
    finished,
    point: () => ({
      position: reader.lastRead,
      lanes: lanes.map((lane) => lane.undone()[0]?.sequence ?? null),
      finished: finished(),
    }),
    ring: () => reader.ring(),
    readNow: () => reader.readNow(),
    ended: Promise.all([reader.ended, ...lanes.map((lane) => lane.ended)]),
  };
}
