import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { OverbookingCommand } from '../../../core/overbooking/record/command.ts';
import { decide } from '../../../core/overbooking/record/decide.ts';
import type { OverbookingEvent } from '../../../core/overbooking/record/event.ts';
import { applyEvents } from '../../../core/overbooking/record/evolve.ts';
import { overbookingItem } from '../../../core/overbooking/record/item.ts';
import { versionGuard } from '../../../core/overbooking/record/versionGuard.ts';
import type { RoomNight } from '../../../core/overbooking/overbookedNight.ts';
import type { Refusal } from '../../../core/portable/errors.ts';
import { overbookingKey } from '../../../core/portable/items/operations.ts';
import type { Overbooking } from '../../../core/portable/items/overbooking.ts';
import { documents } from '../dynamodb/documentClient.ts';
import { measure } from '../measure.ts';
import { pauseBefore } from '../retry.ts';

/** The record as it is now, and what this command did to it; null where there is none and none was made. */
export type Told = { record: Overbooking | null; events: OverbookingEvent[] } | { refusal: Refusal };

const TRIES = 8;
/** Somebody else wrote the record, or the transaction of a move is at it. */
const PASSING = ['ConditionalCheckFailedException', 'TransactionConflictException'];

/**
 * Tells a night's record a command: reads it, decides, and writes it if it is still as it was read.
 * @param table name of the operations table
 * @throws when others were faster every time
 */
export async function tellRecord(table: string, night: RoomNight, command: OverbookingCommand): Promise<Told> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    await pauseBefore(attempt);
    const state = await readRecord(table, night);
    const decision = decide(command, state);
    if ('refusal' in decision) return decision;
    const record = applyEvents(state, decision.events);
    if (record === null || record === state) return { record, events: [] };
    if (!(await hasWritten(table, state, record))) continue;
    // Whoever finds the night first opens its record, once.
    if (decision.events.some(isOpening)) measure('OverbookingDetected', 1);
    return { record, events: decision.events };
  }
  throw new Error('The overbooking changes too often just now.');
}

/** Is the night overbooked anew? */
export const isOpening = ({ type }: OverbookingEvent): boolean => type === 'DETECTED' || type === 'REOPENED';

/** A consistent read of a night's record. */
export async function readRecord(table: string, night: RoomNight): Promise<Overbooking | null> {
  const Key = overbookingKey(night.property_id, night.date, night.room_type_id);
  const { Item } = await documents.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
  return (Item as Overbooking | undefined) ?? null;
}

async function hasWritten(table: string, state: Overbooking | null, record: Overbooking): Promise<boolean> {
  const guard = versionGuard(state);
  const put = new PutCommand({
    TableName: table,
    Item: overbookingItem(record),
    ConditionExpression: guard.expression,
    ExpressionAttributeNames: guard.names,
    ...(state ? { ExpressionAttributeValues: guard.values } : {}),
  });
  try {
    await documents.send(put);
    return true;
  } catch (error) {
    if (error instanceof Error && PASSING.includes(error.name)) return false;
    throw error;
  }
}
