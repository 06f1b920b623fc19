import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it, vi } from 'vitest';
import { overbookingId } from '../../../core/overbooking/overbookedNight.ts';
import { applyEvents } from '../../../core/overbooking/record/evolve.ts';
import { overbookingItem } from '../../../core/overbooking/record/item.ts';
import { actAsFunction } from '../../support/cloud/asFunction.ts';
import { cloud, guest } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { bookedId, lowerTotal, overbookingsOf } from '../../support/data/overbookings.ts';
import { newProperty } from '../../support/data/property.ts';
import { queueUrl } from '../../support/parts/queues.ts';

const from = monthAhead(3);
const to = plusDays(from, 1);
const WAIT_MS = 50_000;
vi.setConfig({ testTimeout: 120_000 });

/** Runs the watch as the clock does every minute. */
async function lookNow(id: string): Promise<void> {
  actAsFunction({ OVERBOOKING_WORK_QUEUE: await queueUrl('OverbookingWork') });
  const { handler } = await import('../../../functions/overbooking-watch/handler.ts');
  await handler({ id });
}

it('a guest who was stuck is moved once another room type has a room, and a night that is over lapses', async () => {
  const roomTypes = [
    { id: 'DLX', rank: 1 },
    { id: 'SUP', rank: 2 },
  ];
  const propertyId = await newProperty({ from, to, total: 1, roomTypes });
  await lowerTotal({ propertyId, from, to, total: 0, roomTypeId: 'SUP' });
  const bookingId = await bookedId(await guest('ada-watch'), { propertyId, arrival: from, departure: to });
  await lowerTotal({ propertyId, from, to, total: 0 });
  await vi.waitFor(async () => expect((await overbookingsOf(propertyId))[0]?.status).toBe('ESCALATED'), WAIT_MS);

  actAsFunction();
  const { documents } = await import('../../../functions/shared/dynamodb/documentClient.ts');
  const night = { property_id: propertyId, room_type_id: 'DLX', date: '2026-01-02' };
  const detected = { ...night, overbooking_id: overbookingId(night), shortfall: 1 };
  const at = '2026-01-01T12:00:00.000Z';
  const old = applyEvents(null, [{ type: 'DETECTED', night: detected, page_version: 3, at }])!;
  await documents.send(new PutCommand({ TableName: cloud.tables.Operations, Item: overbookingItem(old) }));

  await lowerTotal({ propertyId, from, to, total: 1, roomTypeId: 'SUP' });
  await lookNow(propertyId);
  await vi.waitFor(async () => {
    const [passed, moved] = await overbookingsOf(propertyId);
    expect(passed).toMatchObject({ date: '2026-01-02', status: 'RESOLVED', resolution: { by: 'LAPSE' } });
    expect(moved).toMatchObject({ status: 'RESOLVED', resolution: { by: 'MOVES' }, moves: [{ bookingId, to: 'SUP' }] });
  }, WAIT_MS);
});
