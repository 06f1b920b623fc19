import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { signedGraphql } from '../../../functions/shared/api/signedGraphql.ts';
import { LOCAL_ADMINISTRATOR } from '../../../local/iam/administrator.ts';
import { ask, cloud, guest, operator, pms, staff, type User } from '../../support/cloud/cloud.ts';
import { subscribe } from '../../support/api/subscribe.ts';

const PUBLISH = `mutation P($input: BookingChangeInput!) {
  publishBookingChange(input: $input) { id guestId propertyId version status guest { name } totalPrice { amount } }
}`;
const ON_BOOKING =
  'subscription S($propertyId: ID!) { onBookingChanged(propertyId: $propertyId) { id version status guest { name } } }';
const ON_MINE = 'subscription { onMyBookingChanged { id version } }';

/** As a function does, signed with IAM. */
const publish = (input: object, document = PUBLISH) =>
  signedGraphql({ url: cloud.graphqlUrl, region: cloud.region, credentials: LOCAL_ADMINISTRATOR }, document, { input });

function booking(changes: object) {
  return {
    id: randomUUID(),
    status: 'CONFIRMED',
    version: 1,
    roomTypeId: 'DLX',
    arrival: '2027-03-01',
    departure: '2027-03-02',
    nights: 1,
    units: 1,
    adults: 1,
    children: 0,
    guest: { name: 'Ada', email: 'ada@example.com' },
    nightlyRates: [100],
    totalPrice: { amount: 100, currency: 'EUR' },
    createdAt: '2026-11-20T10:00:00Z',
    updatedAt: '2026-11-20T10:00:00Z',
    ...changes,
  };
}

let users: Record<'ada' | 'bob' | 'desk' | 'machine' | 'operator', User>;
beforeAll(async () => {
  users = {
    ada: await guest('ada'),
    bob: await guest('bob'),
    desk: await staff('sub-desk', 'house-a'),
    machine: await pms('sub-pms', 'house-a'),
    operator: await operator(),
  };
});

describe('a change of a booking', () => {
  it('reaches those who act for its property, and nobody of another one', async () => {
    const [desk, machine, other] = await Promise.all([
      subscribe(users.desk, ON_BOOKING, { propertyId: 'house-a' }),
      subscribe(users.machine, ON_BOOKING, { propertyId: 'house-a' }),
      subscribe(users.operator, ON_BOOKING, { propertyId: 'house-b' }),
    ]);
    const first = booking({ propertyId: 'house-a', version: 4 });
    const second = booking({ propertyId: 'house-b' });
    await publish(first);
    await publish(second);
    const seen = { id: first.id, version: 4, status: 'CONFIRMED', guest: { name: 'Ada' } };
    expect(await desk.next()).toEqual(seen);
    expect(await machine.next()).toEqual(seen);
    expect(await other.next()).toMatchObject({ id: second.id });
    for (const subscription of [desk, machine, other]) {
      expect(subscription.waiting()).toBe(0);
      subscription.stop();
    }
  });

  it('reaches the guest whose booking it is, and no other guest', async () => {
    const [ada, bob] = await Promise.all([subscribe(users.ada, ON_MINE), subscribe(users.bob, ON_MINE)]);
    const mine = booking({ propertyId: 'house-a', guestId: users.ada.sub });
    const theirs = booking({ propertyId: 'house-a', guestId: users.bob.sub, version: 2 });
    await publish(mine);
    await publish(booking({ propertyId: 'house-a' }));
    await publish(theirs);
    expect(await bob.next()).toEqual({ id: theirs.id, version: 2 });
    expect(await ada.next()).toEqual({ id: mine.id, version: 1 });
    expect([ada.waiting(), bob.waiting()]).toEqual([0, 0]);
    ada.stop();
    bob.stop();
  });

  it('cannot be made up by a user', async () => {
    const input = booking({ propertyId: 'house-a' });
    for (const user of [users.ada, users.desk, users.operator]) {
      expect((await ask(user, PUBLISH, { input })).errors).toMatchObject([{ errorType: 'Unauthorized' }]);
    }
  });
});

it('changed nights reach those who act for the property', async () => {
  const query =
    'subscription S { onAvailabilityChanged(propertyId: "house-a") { roomTypeId nights { date available rate } } }';
  const document = `mutation P($input: RoomTypeCalendarInput!) {
    publishAvailabilityChange(input: $input) { propertyId roomTypeId nights { date available rate } }
  }`;
  const desk = await subscribe(users.desk, query);
  const night = { date: '2027-03-01', total: 5, available: -1, held: 0, sold: 6, minStay: 1 };
  const open = { closed: false, closedToArrival: false, closedToDeparture: false };
  await publish({ propertyId: 'house-a', roomTypeId: 'DLX', nights: [{ ...night, ...open }] }, document);
  expect(await desk.next()).toEqual({ roomTypeId: 'DLX', nights: [{ date: '2027-03-01', available: -1, rate: null }] });
  desk.stop();
});

it.each([
  ['a guest to a property', () => users.ada, 'house-a'],
  ['staff to another property', () => users.desk, 'house-b'],
  ['a PMS to another property', () => users.machine, 'house-b'],
] as const)('%s may not subscribe', async (_, user, propertyId) => {
  await expect(subscribe(user(), ON_BOOKING, { propertyId })).rejects.toThrow(/Unauthorized/);
});
