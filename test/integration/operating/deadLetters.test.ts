import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { ask, cloud, get, guest, operator, pms, staff } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { DISCARD, lettersNow, lettersOf, REDRIVE } from '../../support/parts/deadLetters.ts';
import { BOOK } from '../../support/api/operations.ts';
import { bookedId } from '../../support/data/overbookings.ts';
import { newProperty } from '../../support/data/property.ts';
import { sendTo } from '../../support/parts/queues.ts';
import { stayInput } from '../../support/data/stay.ts';
import { subscribe } from '../../support/api/subscribe.ts';
import { until } from '../../support/until.ts';

const from = monthAhead(2);
// Several functions start cold, one after the other.
vi.setConfig({ testTimeout: 120_000 });

describe('letters that Lambda wrote', () => {
  const queue = 'bookingEvents.Bookings';
  const letterOf = (shardId: string, sequence: string) =>
    JSON.stringify({
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 11 },
      version: '1.0',
      DDBStreamBatchInfo: {
        shardId,
        startSequenceNumber: sequence,
        endSequenceNumber: sequence,
        batchSize: 1,
        streamArn: `arn:aws:dynamodb:${cloud.region}:000000000000:table/${cloud.tables.Bookings}/stream/2020-01-01T00:00:00.000`,
      },
    });

  it('name records that are read from the stream again', async () => {
    const propertyId = await newProperty({ from, to: plusDays(from, 5) });
    const desk = await staff('desk-again', propertyId);
    const told = await subscribe(desk, `subscription { onBookingChanged(propertyId: "${propertyId}") { id version } }`);
    const input = stayInput({ propertyId, arrival: from, departure: plusDays(from, 2) });
    await get(await guest('ada'), BOOK, { input });
    const booked = { id: input.bookingId, version: 1 };
    expect(await told.next()).toEqual(booked);

    const { shardId, sequence } = await findRecord(input.bookingId);
    await sendTo('BookingEventsBookingsDeadLetters', { body: letterOf(shardId, sequence) });
    const [letter] = await lettersOf(queue, ({ body }) => body.includes(sequence));
    expect(letter.reason).toMatch(/RetryAttemptsExhausted after 11 tries/);
    expect(await get(await operator(), REDRIVE, { queue, ids: [letter.id] })).toEqual({ redriveDeadLetters: 1 });
    expect(await told.next()).toEqual(booked);
    expect(await lettersNow(queue, ({ id }) => id === letter.id)).toEqual([]);
    told.stop();
  });

  it('stay where they are when the stream no longer has the records, and the operator hears it', async () => {
    const olga = await operator();
    const propertyId = await newProperty({ from, to: plusDays(from, 1) });
    const stay = { propertyId, arrival: from, departure: plusDays(from, 1) };
    const { shardId } = await findRecord(await bookedId(await guest('ada'), stay));
    await sendTo('BookingEventsBookingsDeadLetters', { body: letterOf(shardId, '000000000000000000000') });
    const [letter] = await lettersOf(queue, ({ body }) => body.includes('"000000000000000000000"'));
    expect((await ask(olga, REDRIVE, { queue, ids: [letter.id] })).errors).toMatchObject([
      { errorType: 'InvalidState', message: 'The stream keeps records for 24 hours, and no longer has this one.' },
    ]);
    expect(await get(olga, DISCARD, { queue, id: letter.id })).toEqual({ discardDeadLetter: true });
  });
});

describe('letters of a stream that fail again stay where they are, and the operator hears why', () => {
  const queue = 'bookingEvents.Bookings';
  const image = (propertyId: string) => ({
    booking_id: { S: propertyId },
    property_id: { S: '' },
    version: { N: '1' },
  });
  const record = (mark: string) => ({ eventID: mark, dynamodb: { SequenceNumber: '1', NewImage: image(mark) } });

  it.each([
    ['a record is reported', (mark: string) => ({ Records: [record(mark)] }), /^It failed again/],
    ['the function fails', (mark: string) => ({ Records: [null], mark }), /^The function failed: Cannot read/],
  ])('where %s', async (_, body, message) => {
    const olga = await operator();
    const mark = randomUUID();
    await sendTo('BookingEventsBookingsDeadLetters', { body: JSON.stringify(body(mark)) });
    const [letter] = await lettersOf(queue, (one) => one.body.includes(mark));
    const { errors } = await ask(olga, REDRIVE, { queue, ids: [letter.id] });
    expect(errors).toMatchObject([{ errorType: 'InvalidState', message: expect.stringMatching(message) }]);
    expect(await get(olga, DISCARD, { queue, id: letter.id })).toEqual({ discardDeadLetter: true });
  });
});

it('a FIFO queue’s letters are listed in order and thrown away', async () => {
  const olga = await operator();
  const queue = 'BookingQueue';
  const texts = [1, 2].map((number) => `letter ${number} ${randomUUID()}`);
  for (const body of texts) await sendTo('BookingQueueDeadLetters', { body, group: texts[0] });
  const isMine = ({ body }: { body: string }) => texts.includes(body);
  const mine = await lettersOf(queue, isMine, texts.length);
  expect(mine.map(({ body }) => body)).toEqual(texts);
  for (const { id } of mine) expect(await get(olga, DISCARD, { queue, id })).toEqual({ discardDeadLetter: true });
  expect(await lettersNow(queue, isMine)).toEqual([]);
});

describe('who and what', () => {
  it('every queue is named, with its source', async () => {
    const { deadLetterQueues } = await get(await operator(), '{ deadLetterQueues { name source messages } }');
    expect(deadLetterQueues).toContainEqual({ name: 'Audit', source: 'QUEUE', messages: expect.any(Number) });
    expect(deadLetterQueues).toContainEqual({
      name: 'bookingEvents.Bookings',
      source: 'STREAM',
      messages: expect.any(Number),
    });
  });

  const documentsOf: [string, object][] = [
    ['query Q($queue: String!) { deadLetters(queue: $queue) { id } }', {}],
    [REDRIVE, { ids: null }],
    [DISCARD, { id: 'x' }],
  ];

  it.each(documentsOf)('%s: an unknown queue is NotFound, and only operators may ask', async (document, more) => {
    const missing = await ask(await operator(), document, { queue: 'nowhere', ...more });
    expect(missing.errors).toMatchObject([
      { errorType: 'NotFound', message: 'There is no such queue of dead letters.' },
    ]);
    for (const user of [await guest('g'), await staff('s', 'p'), await pms('m', 'p'), null]) {
      expect((await ask(user, document, { queue: 'Audit', ...more })).errors).toMatchObject([
        { errorType: 'Unauthorized' },
      ]);
    }
  });

  it('asks for no more than a hundred', async () => {
    const document = '{ deadLetters(queue: "Audit", limit: 101) { id } }';
    expect((await ask(await operator(), document)).errors).toMatchObject([{ errorType: 'InvalidInput' }]);
    const ids = Array.from({ length: 101 }, () => 'x');
    expect((await ask(await operator(), REDRIVE, { queue: 'Audit', ids })).errors).toMatchObject([
      { errorType: 'InvalidInput' },
    ]);
  });
});

type StreamRecord = { dynamodb: { SequenceNumber: string; Keys: { booking_id: { S: string } } } };

type Place = { shardId: string; sequence: string };

/** Where the first write of a booking stands in the stream, once it does. */
const findRecord = (bookingId: string) => until(`record of ${bookingId}`, () => lookUp(bookingId));

/** Past everything but the engine. */
async function lookUp(bookingId: string): Promise<Place | null> {
  const { Table } = await engine<{ Table: { LatestStreamArn: string } }>('DynamoDB', 'DescribeTable', {
    TableName: cloud.tables.Bookings,
  });
  const StreamArn = Table.LatestStreamArn;
  const { StreamDescription } = await streams<{ StreamDescription: { Shards: { ShardId: string }[] } }>(
    'DescribeStream',
    { StreamArn },
  );
  for (const { ShardId } of StreamDescription.Shards) {
    const start = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' };
    let { ShardIterator: iterator } = await streams<{ ShardIterator?: string }>('GetShardIterator', start);
    while (iterator) {
      const page = await streams<{ Records: StreamRecord[]; NextShardIterator?: string }>('GetRecords', {
        ShardIterator: iterator,
      });
      const found = page.Records.find(({ dynamodb }) => dynamodb.Keys.booking_id.S === bookingId);
      if (found) return { shardId: ShardId, sequence: found.dynamodb.SequenceNumber };
      iterator = page.Records.length > 0 ? page.NextShardIterator : undefined;
    }
  }
  return null;
}

const streams = <T>(operation: string, input: object) => engine<T>('DynamoDBStreams', operation, input);

async function engine<T>(api: 'DynamoDB' | 'DynamoDBStreams', operation: string, input: object): Promise<T> {
  const response = await fetch(cloud.dynamodbUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `${api}_20120810.${operation}`,
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20200101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}
