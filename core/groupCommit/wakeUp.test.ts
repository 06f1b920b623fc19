import { expect, it } from 'vitest';
import { readWakeUp } from './wakeUp.ts';

it('a wake-up names a line, and who joined it', () => {
  const wakeUp = { queueKey: 'hotel-1#DLX', bookingIds: ['b1', 'b2'] };
  expect(readWakeUp(JSON.stringify(wakeUp))).toEqual(wakeUp);
  expect(readWakeUp('{"queueKey":"p#A","bookingIds":[],"more":1}')).toEqual({ queueKey: 'p#A', bookingIds: [] });
});

it.each(['', 'hello', 'null', '7', '{}', '{"queueKey":"p","bookingIds":[]}', '{"queueKey":"p#A"}'])(
  '%j is none',
  (body) => expect(readWakeUp(body)).toBeNull(),
);

it.each([{ bookingIds: 'b1' }, { bookingIds: [1] }, { queueKey: 'p#A#B' }, { queueKey: ['p#A'] }])(
  'nor is one with %j',
  (part) => expect(readWakeUp(JSON.stringify({ queueKey: 'p#A', bookingIds: [], ...part }))).toBeNull(),
);
