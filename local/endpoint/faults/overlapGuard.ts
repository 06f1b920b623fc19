import { setTimeout as delay } from 'node:timers/promises';
import type { Answer } from '../answer.ts';
import { touchedItems } from '../dynamodb/itemKeys.ts';
import type { Input } from '../dynamodb/resources.ts';
import type { TableKeysCache } from '../dynamodb/tableKeys.ts';
import { refusedBecause } from './answers.ts';
import { splitBatch, withUnprocessed } from './batch.ts';
import { createOverlapTracker, type CallKind } from './overlap.ts';

/** Sends a call on, with this input. */
export type Send = (input: Input) => Promise<Answer>;

/** Lets a call pass and keeps its items in flight, or answers with the conflict it met. */
export type OverlapGuard = (operation: string, input: Input, send: Send) => Promise<Answer>;

const CALL_KINDS: Record<string, CallKind> = {
  PutItem: 'write',
  UpdateItem: 'write',
  DeleteItem: 'write',
  BatchWriteItem: 'write',
  TransactWriteItems: 'writeTransaction',
  TransactGetItems: 'readTransaction',
};

/** @param settings.inFlightMs how long a write stays in flight at least, from its arrival to its answer */
export function createOverlapGuard(settings: {
  inFlightMs: number;
  tableKeys: TableKeysCache;
  onConflict(): void;
}): OverlapGuard {
  const { inFlightMs, tableKeys, onConflict } = settings;
  const tracker = createOverlapTracker();

  /** The answer is held back, not the work: meanwhile a reader already sees what was written, as on AWS. */
  const hold = async (kind: CallKind, items: readonly string[], send: () => Promise<Answer>): Promise<Answer> => {
    const entry = tracker.enter(kind, items);
    const until = kind === 'readTransaction' ? undefined : delay(inFlightMs);
    try {
      return await send();
    } finally {
      await until;
      entry.leave();
    }
  };

  return async (operation, input, send) => {
    const kind = CALL_KINDS[operation];
    const items = kind === undefined ? null : await touchedItems(operation, input, tableKeys);
    if (kind === undefined || items === null) return send(input);
    const collisions = tracker.collisions(kind, items);
    if (collisions.length === 0) return hold(kind, items, () => send(input));
    onConflict();
    if (operation !== 'BatchWriteItem') return refusedBecause(operation, input, collisions);
    const { passing, refused } = splitBatch(input, collisions);
    const others = items.filter((_, index) => !collisions.includes(index));
    return withUnprocessed(others.length === 0 ? null : await hold(kind, others, () => send(passing)), refused);
  };
}
