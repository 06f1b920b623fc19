import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { messageAttributes } from '../../../core/events/messageAttributes.ts';
import { PROPERTY_KEY, type PropertyItem } from '../../../core/portable/items/catalog.ts';
import { bookingSyncKey, pmsStateKey } from '../../../core/portable/items/operations.ts';
import { isToldToPms } from '../../../core/portable/items/pmsSync.ts';
import { isLost, type SyncLedger } from '../../../core/reconciliation/lostPush.ts';
import { presentEvent } from '../../../core/reconciliation/presentEvent.ts';
import { earliestToday } from '../../../core/reconciliation/runScope.ts';
import type { PmsKind } from '../../../generated/types.ts';
import { TIMEOUTS } from '../../shared/timeouts.ts';
import { config } from '../config.ts';
import { type ListedBooking, readBookings } from '../table/bookings.ts';
import { readByKeys } from '../table/readByKeys.ts';

const client = new SQSClient(TIMEOUTS);
const QUEUES: Record<Exclude<PmsKind, 'NONE'>, string> = {
  WEBHOOK: config.webhookQueue,
  OPENTRAVEL: config.openTravelQueue,
};

type State = { circuit?: string | null; owes_since?: string | null };

/** Sends those bookings of a property to its PMS again whose message was lost on the way. Answers how many. */
export async function repushToPms(stays: readonly ListedBooking[]): Promise<number> {
  const today = earliestToday(Date.now());
  const told = stays.filter(
    ({ status, never_sold, departure }) => isToldToPms(status, never_sold ?? false) && departure >= today,
  );
  if (told.length === 0) return 0;
  const propertyId = told[0].property_id;
  const kind = await kindOf(propertyId);
  if (kind === 'NONE' || (await isOwing(propertyId))) return 0;
  const ledgers = await readByKeys<SyncLedger & { sk: string }>(
    config.operationsTable,
    told.map(({ booking_id }) => bookingSyncKey(propertyId, booking_id)),
  );
  const bySk = new Map(ledgers.map((ledger) => [ledger.sk, ledger]));
  const lost = told.filter(({ booking_id, version }) =>
    isLost(version, bySk.get(bookingSyncKey(propertyId, booking_id).sk) ?? null),
  );
  const items = await readBookings(lost.map(({ booking_id }) => booking_id));
  for (const item of items) {
    const event = presentEvent(item, kind);
    await client.send(
      new SendMessageCommand({
        QueueUrl: QUEUES[kind],
        MessageBody: JSON.stringify(event),
        MessageAttributes: messageAttributes(event),
        MessageGroupId: event.propertyId,
      }),
    );
  }
  return items.length;
}

async function kindOf(propertyId: string): Promise<PmsKind> {
  const key = { property_id: propertyId, sk: PROPERTY_KEY };
  const [property] = await readByKeys<PropertyItem>(config.catalogTable, [key]);
  return property?.pms_kind ?? 'NONE';
}

/** While its circuit is not closed, and until its debt is paid, those who pay it know what to send. */
async function isOwing(propertyId: string): Promise<boolean> {
  const [state] = await readByKeys<State>(config.operationsTable, [pmsStateKey(propertyId)]);
  return (state?.circuit ?? 'CLOSED') !== 'CLOSED' || Boolean(state?.owes_since);
}
