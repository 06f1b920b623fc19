import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { laneOf } from './laneOf.ts';
import { type RawRecord, readRecord, type StreamRecord } from './record.ts';
import { compareSequences, earliest } from './sequence.ts';
import { takeBatch } from './takeBatch.ts';

const raw = (createdAt: number, more: Partial<RawRecord> = {}): RawRecord => ({
  eventID: 'e',
  eventName: 'REMOVE',
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: 'us-west-2',
  dynamodb: { Keys: { id: { S: 'é' } }, SequenceNumber: '7', ApproximateCreationDateTime: createdAt },
  ...more,
});

describe('a record', () => {
  it('removed by time to live says so as Lambda does', () => {
    const userIdentity = { Type: 'Service', PrincipalId: 'dynamodb.amazonaws.com' };
    const { event } = readRecord(raw(60, { userIdentity }), 'arn', 61_000);
    expect(event.userIdentity).toEqual({ type: 'Service', principalId: 'dynamodb.amazonaws.com' });
    expect(readRecord(raw(60), 'arn', 61_000).event).not.toHaveProperty('userIdentity');
  });

  it('has the time it was read, where the engine knows the minute only', () => {
    expect(readRecord(raw(60), 'arn', 80_500)).toMatchObject({ arrivedAt: 80_500 });
    expect(readRecord(raw(60), 'arn', 80_500).event.dynamodb.ApproximateCreationDateTime).toBe(80);
    expect(readRecord(raw(60), 'arn', 500_000)).toMatchObject({ arrivedAt: 60_000 });
  });

  it('knows its size as JSON', () => {
    const { event, bytes } = readRecord(raw(60), 'arn', 61_000);
    expect(bytes).toBe(Buffer.byteLength(JSON.stringify(event)));
  });
});

describe('a batch', () => {
  const of = (...sizes: number[]): StreamRecord[] =>
    sizes.map((bytes, index) => ({ ...readRecord(raw(60), 'arn', 61_000), bytes, sequence: String(index) }));
  const MEBIBYTE = 1024 * 1024;

  it('is full at its size', () => {
    expect(takeBatch(of(1, 1, 1), 2)).toMatchObject({ records: { length: 2 }, full: true });
    expect(takeBatch(of(1, 1), 3)).toMatchObject({ records: { length: 2 }, full: false });
    expect(takeBatch([], 3)).toMatchObject({ records: { length: 0 }, full: false });
  });

  it('is full at 6 MB, and has one record at least', () => {
    expect(takeBatch(of(3 * MEBIBYTE, 2 * MEBIBYTE, 2 * MEBIBYTE), 10)).toMatchObject({
      records: { length: 2 },
      full: true,
    });
    expect(takeBatch(of(7 * MEBIBYTE, 1), 10)).toMatchObject({ records: { length: 1 }, full: true });
  });
});

describe('lanes', () => {
  const event = (keys: Record<string, unknown>) =>
    readRecord(raw(60, { dynamodb: { ...raw(60).dynamodb, Keys: keys } }), 'arn', 0).event;

  it('are the same for the same key, in whatever order its attributes come', () => {
    for (let id = 0; id < 50; id += 1) {
      const [a, b] = [
        { id: { S: String(id) }, page: { S: 'p' } },
        { page: { S: 'p' }, id: { S: String(id) } },
      ];
      expect(laneOf(event(a), 10)).toBe(laneOf(event(b), 10));
    }
  });

  it('are used evenly', () => {
    const counts = Array<number>(5).fill(0);
    for (let id = 0; id < 1000; id += 1) {
      const lane = laneOf(event({ id: { S: createHash('md5').update(String(id)).digest('hex') } }), 5);
      counts[lane] = (counts[lane] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(150);
  });
});

describe('sequence numbers', () => {
  it('are compared as numbers, of any length', () => {
    expect(compareSequences('9', '10')).toBe(-1);
    expect(compareSequences('000000000000000000010', '10')).toBe(0);
    expect(
      compareSequences(
        '49590338271490256608559692538361571095921575989136588899',
        '49590338271490256608559692538361571095921575989136588898',
      ),
    ).toBe(1);
    expect(earliest(['10', null, '9'])).toBe('9');
    expect(earliest([null])).toBeNull();
  });
});
