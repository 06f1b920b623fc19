import { describe, expect, it } from 'vitest';
import type { DeadLetter } from './deadLetters.ts';
import { eachRecord } from './eachRecord.ts';
import { PoisonError } from './poison.ts';
import { images } from './streamImages.ts';
import { STREAM_ARN, streamRecord } from './testing/events.ts';

const records = [streamRecord('a', 1), streamRecord('b', 2), streamRecord('a', 3), streamRecord('a', 4)];

/** Handles the records; those with the numbers given fail with an error of theirs. Answers what was done, buried and reported. */
async function run(failing: Record<string, Error>, bury?: (letter: DeadLetter) => Promise<void>) {
  const done: string[] = [];
  const buried: DeadLetter[] = [];
  const answer = await eachRecord(
    { Records: records },
    async ({ eventID, dynamodb }) => {
      const error = failing[dynamodb?.SequenceNumber ?? ''];
      if (error) throw error;
      done.push(eventID ?? '');
    },
    bury ?? ((letter) => Promise.resolve(void buried.push(letter))),
  );
  return { done: done.sort(), buried, failed: answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
}

describe('eachRecord', () => {
  it('does every record, those of one item in order', async () => {
    const order: string[] = [];
    await eachRecord({ Records: records }, async ({ eventID }) => {
      // The first is the slowest: whoever does not wait for it comes before it.
      for (let turns = eventID === 'a-1' ? 50 : 0; turns > 0; turns -= 1) await Promise.resolve();
      order.push(eventID ?? '');
    });
    expect(order.filter((id) => id.startsWith('a'))).toEqual(['a-1', 'a-3', 'a-4']);
    expect(order).toHaveLength(4);
  });

  it('reports what failed, leaves what follows of the same item, and does the other items', async () => {
    expect(await run({ 3: new Error('throttled') })).toEqual({ done: ['a-1', 'b-2'], buried: [], failed: ['3'] });
  });

  it('reports the first failure of each item', async () => {
    const { failed } = await run({ 1: new Error('x'), 2: new Error('y') });
    expect(failed).toEqual(['1', '2']);
  });

  it('buries poison with its reason, as an event of its own, and goes on with the item', async () => {
    const { done, buried, failed } = await run({ 3: new PoisonError('has no guest') });
    expect({ done, failed }).toEqual({ done: ['a-1', 'a-4', 'b-2'], failed: [] });
    expect(buried).toEqual([
      { source: STREAM_ARN, body: JSON.stringify({ Records: [records[2]] }), reason: 'has no guest' },
    ]);
  });

  it('buries poison that a handler throws before it answers a promise', async () => {
    const buried: DeadLetter[] = [];
    const throwAtOnce = (): Promise<void> => {
      throw new PoisonError('no such line');
    };
    const answer = await eachRecord({ Records: records.slice(0, 2) }, throwAtOnce, async (letter) => {
      buried.push(letter);
    });
    expect(answer.batchItemFailures).toEqual([]);
    expect(buried.map(({ reason }) => reason)).toEqual(['no such line', 'no such line']);
  });

  it('reports poison that could not be buried: it is not lost', async () => {
    const { failed, done } = await run({ 3: new PoisonError('x') }, () => Promise.reject(new Error('no queue')));
    expect(failed).toEqual(['3']);
    expect(done).toEqual(['a-1', 'b-2']);
  });
});

it('images are plain values, null where there is none', () => {
  expect(images(streamRecord('a', 7))).toEqual({
    before: null,
    after: { id: 'a', version: 7, nights: new Set([1, 2]) },
  });
});
