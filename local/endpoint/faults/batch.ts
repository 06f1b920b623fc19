import type { Answer } from '../answer.ts';
import type { Input } from '../dynamodb/resources.ts';

type Requests = Record<string, unknown[]>;

/**
 * A BatchWriteItem is no transaction: those of its writes that meet one are given back as unprocessed, the rest are done.
 * @param places of the refused writes, counted over all tables in the order of the request
 */
export function splitBatch(input: Input, places: readonly number[]): { passing: Input; refused: Requests } {
  const passing: Requests = {};
  const refused: Requests = {};
  let place = 0;
  for (const [table, requests] of Object.entries(input.RequestItems as Requests)) {
    for (const request of requests) {
      const side = places.includes(place) ? refused : passing;
      (side[table] ??= []).push(request);
      place += 1;
    }
  }
  return { passing: { ...input, RequestItems: passing }, refused };
}

/** Adds the refused writes to those the engine left over itself. `answer` is null when nothing was left to send. */
export function withUnprocessed(answer: Answer | null, refused: Requests): Answer {
  const done: Answer = answer ?? { status: 200, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: '{}' };
  if (done.status !== 200) return done;
  const body = JSON.parse(done.body) as { UnprocessedItems?: Requests };
  const left: Requests = { ...body.UnprocessedItems };
  for (const [table, requests] of Object.entries(refused)) left[table] = [...(left[table] ?? []), ...requests];
  const { 'x-amz-crc32': _, ...headers } = done.headers;
  return { status: 200, headers, body: JSON.stringify({ ...body, UnprocessedItems: left }) };
}
