import type { AttributeValue } from 'aws-lambda';
import { expect, it } from 'vitest';
import { PoisonError } from '../shared/batch/poison.ts';
import { readJoined } from './readJoined.ts';

const record = (queueKey: AttributeValue) => ({
  dynamodb: { NewImage: { booking_id: { S: 'b1' }, status: { S: 'QUEUED' }, queue_key: queueKey } },
});

it('answers the booking and its line', () => {
  expect(readJoined(record({ S: 'p#A' }))).toEqual([{ booking_id: 'b1', queue_key: 'p#A' }]);
});

it('who stands in no line wakes nobody', () => {
  expect(readJoined(record({ NULL: true }))).toEqual([]);
});

it.each(['two words', 'é#A', 'x'.repeat(129)])('a line that no queue can have is poison: %s', (line) => {
  expect(() => readJoined(record({ S: line }))).toThrow(PoisonError);
});
