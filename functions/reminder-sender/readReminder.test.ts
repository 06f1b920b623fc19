import { expect, it } from 'vitest';
import { isPoison } from '../shared/batch/poison.ts';
import { readReminder } from './readReminder.ts';

const reminder = { bookingId: 'b1', propertyId: 'p1', arrival: '2027-03-30' };
const text = JSON.stringify(reminder);

it('a reminder is read as the schedule sends it, and as its dead letter tells of the call', () => {
  expect(readReminder(text)).toEqual(reminder);
  expect(readReminder(JSON.stringify({ MessageBody: text, QueueUrl: 'https://sqs.example/q' }))).toEqual(reminder);
});

it.each(['{"bookingId":"Ada', 'null', '{}', JSON.stringify({ ...reminder, arrival: '2027-02-30' })])(
  '%s is poison, and its reason quotes nothing',
  (body) => {
    let error: unknown;
    try {
      readReminder(body);
    } catch (thrown) {
      error = thrown;
    }
    expect(isPoison(error)).toBe(true);
    expect((error as Error).message).not.toContain('Ada');
  },
);
