import { describe, expect, it } from 'vitest';
import { eventBooking } from '../../events/eventBooking.ts';
import { sampleBooking } from '../../events/testing/sampleBooking.ts';
import { readWebhookAnswer } from './readWebhookAnswer.ts';
import { webhookPayload } from './webhookPayload.ts';

it('sends the full state with its version', () => {
  const booking = eventBooking(sampleBooking({ version: 4, status: 'CANCELLED', updated_at: '2026-11-21T08:00:00Z' }));
  expect(webhookPayload(booking)).toEqual({
    type: 'booking.cancelled',
    timestamp: '2026-11-21T08:00:00Z',
    data: { schemaVersion: 1, version: 4, booking },
  });
});

describe('the answer', () => {
  const read = (body: string, status = 200) => readWebhookAnswer({ status, retryAfterSeconds: null, body });

  it.each([
    ['{"confirmationNumber":"PMS-1"}', 'PMS-1'],
    ['{"confirmationNumber":4711}', '4711'],
    ['{"confirmationNumber":" "}', null],
    [JSON.stringify({ confirmationNumber: 'x'.repeat(101) }), null],
    ['{"confirmationNumber":{}}', null],
    ['{}', null],
    ['', null],
  ])('%s acknowledges with number %j', (body, confirmationNumber) =>
    expect(read(body)).toEqual({ kind: 'delivered', confirmationNumber, warnings: [] }),
  );

  it.each(['<html>Welcome</html>', '"ok"', '[]', 'null', '{'])('%s acknowledges nothing', (body) =>
    expect(read(body).kind).toBe('temporary'),
  );

  it('goes by the status first, and never repeats its text', () => {
    expect(read('{"confirmationNumber":"PMS-1"}', 500).kind).toBe('temporary');
    expect(read('Ada is unknown', 422)).toEqual({ kind: 'permanent', reason: 'HTTP 422' });
  });
});
