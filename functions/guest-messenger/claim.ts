import { judgeClaim, ownOf } from '../../core/messages/claim.ts';
import { claimedItem, settledItem } from '../../core/messages/markers.ts';
import type { Message } from '../../core/messages/messageOf.ts';
import type { GuestMessageItem } from '../../core/portable/items/guestMessage.ts';
import { messagesPartition } from '../../core/portable/items/operations.ts';
import { queryAll } from '../shared/dynamodb/queryAll.ts';
import { config } from './config.ts';
import { putMarker } from './putMarker.ts';

/** Longer than the function may run: whoever holds one that ran out is dead. */
const CLAIM_MS = 60_000;

/**
 * Takes the right to send a message, as its marker then says; null where nothing is to be sent.
 * @throws where somebody else is sending it: whether it went out, the next delivery sees
 */
export async function claim(message: Message): Promise<GuestMessageItem | null> {
  const now = Date.now();
  const told = await readMarkers(message.booking.id);
  const { version, arrival } = message.booking;
  const wanted = { kind: message.kind, version, arrival };
  const judgement = judgeClaim(told, wanted, now);
  const own = ownOf(told, wanted);
  if (judgement === 'late' && own) await giveUp(own);
  if (judgement === 'done' || judgement === 'late') return null;
  if (judgement === 'send') {
    const marker = claimedItem(message, own?.attempts ?? 0, { now, until: now + CLAIM_MS });
    if (await putMarker(marker, marker.attempts - 1)) return marker;
  }
  throw new Error('Another delivery is sending the message.');
}

/** Else what was to be tried again would look so for ever. */
async function giveUp(own: GuestMessageItem): Promise<void> {
  const outcome = { state: 'FAILED', reason: 'A later version was told instead.', isFinal: true } as const;
  await putMarker(settledItem(own, outcome, new Date().toISOString()), own.attempts);
}

/** Of all messages about the booking, read consistently. */
function readMarkers(bookingId: string): Promise<GuestMessageItem[]> {
  return queryAll<GuestMessageItem>({
    TableName: config.operationsTable,
    KeyConditionExpression: '#pk = :pk',
    ExpressionAttributeNames: { '#pk': 'pk' },
    ExpressionAttributeValues: { ':pk': messagesPartition(bookingId) },
    ConsistentRead: true,
  });
}
