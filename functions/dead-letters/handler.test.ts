import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeadLetter } from '../../generated/types.ts';
import type { Event } from './handler.ts';
import { startQueues } from '../../test/support/cloud/startQueues.ts';

let queues: Awaited<ReturnType<typeof startQueues>>;
beforeAll(async () => {
  queues = await startQueues();
});
afterAll(() => queues.stop());

const ask = async <T>(event: Event): Promise<T> => {
  const answer = await queues.handler(event);
  if ('refusal' in answer) throw new Error(`${answer.refusal.type}: ${answer.refusal.message}`);
  return answer.result as T;
};
const list = (queue: string, limit = 100) => ask<DeadLetter[]>({ action: 'list', queue, limit });
const redrive = (queue: string, ids: string[] | null = null) => ask<number>({ action: 'redrive', queue, ids });
const text = (value: string) => ({ DataType: 'String', StringValue: value });

/** Each test leaves its queues as it found them: empty. */
const expectEmpty = () => {
  for (const name of ['WorkDead', 'LineDead.fifo', 'StreamDead'])
    expect(queues.backlog(name)).toMatchObject({ visible: 0, inFlight: 0 });
};
beforeEach(expectEmpty);
afterEach(expectEmpty);

describe('a standard queue', () => {
  it('sends letters back with body, attributes and group as they were, without the reason', async () => {
    const attributes = {
      MessageAttributes: { reason: text('PMS answers 500'), kind: text('X') },
      MessageGroupId: 'p1',
    };
    await queues.send('WorkDead', 'one', attributes);
    const [letter] = await list('Work');
    expect(letter).toMatchObject({
      queue: 'Work',
      source: 'QUEUE',
      reason: 'PMS answers 500',
      body: 'one',
      receivedCount: 1,
    });
    expect(await redrive('Work', [letter.id])).toBe(1);
    const [message] = await queues.receive('Work');
    expect(message).toMatchObject({ Body: 'one', Attributes: { MessageGroupId: 'p1' } });
    expect(Object.keys(message.MessageAttributes ?? {})).toEqual(['kind']);
  });

  it('shows why a schedule could not send', async () => {
    await queues.send('WorkDead', 'reminder', { MessageAttributes: { ERROR_MESSAGE: text('The queue is gone.') } });
    const [letter] = await list('Work');
    expect(letter).toMatchObject({ body: 'reminder', reason: 'The queue is gone.' });
    expect(await ask({ action: 'discard', queue: 'Work', id: letter.id })).toBe(true);
  });

  it('shows what it was asked for, gives all of it back at once, and finds a letter behind others', async () => {
    for (let at = 0; at < 25; at += 1) await queues.send('WorkDead', `letter ${at}`);
    expect(await list('Work', 12)).toHaveLength(12);
    expect(queues.backlog('WorkDead')).toMatchObject({ visible: 25, inFlight: 0 });
    const letters = await list('Work');
    expect(letters.map(({ body }) => body)).toContain('letter 24');
    expect(letters[0].reason).toMatch(/received as often as it may be/);
    const wanted = letters.filter(({ body }) => body === 'letter 3' || body === 'letter 24').map(({ id }) => id);
    expect(await redrive('Work', [...wanted, 'not there'])).toBe(2);
    expect(queues.backlog('WorkDead')).toMatchObject({ visible: 23, inFlight: 0 });
    expect(await ask({ action: 'discard', queue: 'Work', id: letters[7].id })).toBe(true);
    expect(await ask({ action: 'discard', queue: 'Work', id: letters[7].id })).toBe(false);
    expect(await redrive('Work')).toBe(22);
  });
});

it('a FIFO queue gets its letters back in their groups and order, even a body it had within five minutes', async () => {
  const group = (MessageGroupId: string, MessageDeduplicationId: string) => ({
    MessageGroupId,
    MessageDeduplicationId,
  });
  await queues.send('Line.fifo', 'a1', group('a', '1'));
  const before = await queues.receive('Line.fifo');
  await queues.send('LineDead.fifo', 'a1', group('a', '1'));
  await queues.send('LineDead.fifo', 'b1', group('b', '2'));
  await queues.send('LineDead.fifo', 'a2', group('a', '3'));
  expect(await redrive('Line')).toBe(3);
  const messages = await queues.receive('Line.fifo');
  const ofA = messages.filter(({ Attributes }) => Attributes?.MessageGroupId === 'a').map(({ Body }) => Body);
  expect(before).toHaveLength(1);
  expect(ofA).toEqual(['a1', 'a1', 'a2']);
  expect(messages).toHaveLength(4);
});

describe('a stream', () => {
  it.each([
    ['no JSON', 'hello'],
    ['no records', '{"a":1}'],
    ['nothing', 'null'],
  ])('keeps a letter that holds %s, and says so', async (_, body) => {
    await queues.send('StreamDead', body);
    await expect(redrive('consumer.Table')).rejects.toThrow(/InvalidState: The letter holds no stream records/);
    const [letter] = await list('consumer.Table');
    expect(letter.body).toBe(body);
    expect(await ask({ action: 'discard', queue: 'consumer.Table', id: letter.id })).toBe(true);
  });

  it('tells why Lambda gave up', async () => {
    const place = { streamArn: 's', shardId: 'x', startSequenceNumber: '1', endSequenceNumber: '1' };
    const requestContext = { condition: 'RecordAgeExceeded', approximateInvokeCount: 3 };
    await queues.send('StreamDead', JSON.stringify({ requestContext, DDBStreamBatchInfo: place }));
    const [letter] = await list('consumer.Table');
    expect(letter.reason).toBe('RecordAgeExceeded after 3 tries; the function’s log has the error.');
    await ask({ action: 'discard', queue: 'consumer.Table', id: letter.id });
  });
});

it('counts every queue’s letters, and knows no other queue', async () => {
  await queues.send('WorkDead', 'x');
  expect(await ask({ action: 'queues' })).toEqual([
    { name: 'Work', source: 'QUEUE', messages: 1 },
    { name: 'Line', source: 'QUEUE', messages: 0 },
    { name: 'consumer.Table', source: 'STREAM', messages: 0 },
  ]);
  await redrive('Work');
  await expect(list('WorkDead')).rejects.toThrow('NotFound: There is no such queue of dead letters.');
});
