import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GuestMessageItem } from '../portable/items/guestMessage.ts';
import { bookingEvent } from '../events/bookingEvent.ts';
import { eventBooking } from '../events/eventBooking.ts';
import { sampleBooking } from '../events/testing/sampleBooking.ts';
import { judgeClaim, ownOf } from './claim.ts';
import { claimedItem, settledItem } from './markers.ts';
import { messageOf, reminderMessage } from './messageOf.ts';

const CLAIM_MS = 60;

/** The message of a version: a sale, then changes. */
const messageFor = (version: number) => {
  const before = version === 1 ? null : sampleBooking({ version: version - 1, units: 10 + version });
  return messageOf(bookingEvent(before, sampleBooking({ version }), 'NONE')!)!;
};

type Step = { version: number; fate: 'sent' | 'refused' | 'later' | 'crashes'; waits: number };
const step = fc.record<Step>({
  version: fc.integer({ min: 1, max: 4 }),
  fate: fc.constantFrom('sent', 'refused', 'later', 'crashes'),
  waits: fc.integer({ min: 0, max: 2 * CLAIM_MS }),
});

/** Delivers messages one after the other. @returns the versions that a mail went out for, in order */
function play(steps: Step[]): number[] {
  const table = new Map<string, GuestMessageItem>();
  const mails: number[] = [];
  let now = 1_000;
  for (const { version, fate, waits } of steps) {
    now += waits;
    const message = messageFor(version);
    const wanted = { kind: message.kind, version, arrival: message.booking.arrival };
    const told = [...table.values()];
    if (judgeClaim(told, wanted, now) !== 'send') continue;
    const claim = claimedItem(message, ownOf(told, wanted)?.attempts ?? 0, { now, until: now + CLAIM_MS });
    table.set(claim.sk, claim);
    if (fate === 'crashes') continue;
    if (fate === 'sent') mails.push(version);
    const outcome = {
      sent: { state: 'SENT', messageId: 'm' },
      refused: { state: 'FAILED', reason: 'no', isFinal: true },
      later: { state: 'PENDING', reason: 'busy' },
    } as const;
    table.set(claim.sk, settledItem(claim, outcome[fate], new Date(now).toISOString()));
  }
  return mails;
}

describe('whatever order messages come in, however often, and whoever dies over them', () => {
  it('no version is told twice, and none after a later one', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const mails = play(steps);
        expect(mails).toEqual([...new Set(mails)].sort());
      }),
    );
  });

  it('the newest version is told once it can be', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const passing = steps.filter(({ fate }) => fate !== 'refused');
        const last: Step = { version: 4, fate: 'sent', waits: CLAIM_MS + 1 };
        expect(play([...passing, last]).at(-1)).toBe(4);
      }),
    );
  });
});

it('what was given up is tried again when it is redriven, what was refused is not', () => {
  const wanted = { kind: 'CONFIRMATION', version: 1, arrival: '2027-03-30' } as const;
  const claim = claimedItem(messageFor(1), 0, { now: 0, until: 9 });
  const judged = (isFinal: boolean) =>
    judgeClaim([settledItem(claim, { state: 'FAILED', reason: 'x', isFinal }, '')], wanted, 1);
  expect([judged(false), judged(true), judgeClaim([claim], wanted, 1), judgeClaim([claim], wanted, 9)]).toEqual([
    'send',
    'done',
    'busy',
    'send',
  ]);
});

it('a stay is reminded of once, whatever has changed about the booking since; a moved one again', () => {
  const remind = (changes: object) => reminderMessage(eventBooking(sampleBooking(changes)))!;
  const first = settledItem(
    claimedItem(remind({}), 0, { now: 0, until: 9 }),
    { state: 'SENT', messageId: 'm' },
    '2027-03-29T00:00:00Z',
  );
  const judged = (arrival: string) => judgeClaim([first], { kind: 'REMINDER', version: 2, arrival }, 10);
  expect([judged('2027-03-30'), judged('2027-03-31')]).toEqual(['done', 'send']);
});

it('a marker outlives the stay by a year and has nothing of the guest', () => {
  const claim = claimedItem(messageFor(1), 0, { now: 0, until: 9 });
  expect(claim).toMatchObject({ pk: 'MESSAGES#01JZX5M2K8Q4T7V9W3Y6A1B2C3', sk: '000001#CONFIRMATION' });
  expect(new Date(claim.expiry_time * 1_000).toISOString()).toBe('2028-04-02T00:00:00.000Z');
  expect(JSON.stringify(claim)).not.toMatch(/Ada|@|351/);
});
