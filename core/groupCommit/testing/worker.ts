import { LIMITS, type Limits } from '../groups.ts';
import type { Hotel } from '../hotel.ts';
import { pagesToRead } from '../needs.ts';
import { pageId } from '../pageRef.ts';
import { type GroupPlan, planGroup } from '../planGroup.ts';
import { endRound, type Outcome, type Round } from '../round.ts';
import { refusalWrite, type TransactItem, transactItems } from '../transactItems.ts';
import { hotel, TABLES } from './fixtures.ts';
import type { MemoryTables } from './memoryTables.ts';

/** What goes wrong with one transaction. `late`: no answer, and it is done some time after. */
export type Fault = 'none' | 'conflict' | 'answerLost' | 'requestLost' | 'late';

export type Surroundings = {
  tables: MemoryTables;
  allowance: number;
  limits?: Limits;
  /** The next transaction's. */
  fault(): Fault;
  /** Takes a transaction that comes to be done later. */
  postpone(items: TransactItem[]): void;
  /** Sees every transaction that was not postponed, before and after it was tried. */
  watch(items: TransactItem[], attempt: () => Outcome): Outcome;
};

const MOST_ROUNDS = 50;
const NOW = 1_000_000;

/** One delivery of bookings to the queue's worker. It pauses before each call, where others may go on or it may die. */
export function* work(ids: string[], { tables, allowance, limits = LIMITS, ...around }: Surroundings) {
  const requests = ids.map((id) => tables.booking(id)).filter(({ status }) => status === 'QUEUED');
  yield;
  const pages = pagesToRead(requests).flatMap((ref) => tables.page(ref) ?? []);
  const rules: Hotel = hotel(pages, allowance);
  let round: Round = { requests, hotel: rules };
  for (let count = 0; round.requests.length > 0; count++) {
    if (count === MOST_ROUNDS) throw new Error('It goes on for ever.');
    const plan = planGroup(round.requests, round.hotel, limits);
    if (areOverlapping(plan)) throw new Error('Two transactions of one plan would cancel one another.');
    const outcomes: Outcome[] = [];
    for (const commit of plan.commits) {
      yield;
      const items = transactItems(commit, TABLES, NOW);
      outcomes.push(send(items, { tables, ...around }));
    }
    const end = endRound(round, plan, outcomes, NOW);
    for (const refused of end.refusals) {
      yield;
      tables.update(refusalWrite(refused, TABLES, NOW));
    }
    round = end.next;
  }
}

function areOverlapping({ commits }: GroupPlan): boolean {
  const keys = commits.flatMap(({ takes, guards }) => [
    ...takes.map(({ page }) => page),
    ...guards.map(({ ref }) => ref),
  ]);
  return new Set(keys.map(pageId)).size < keys.length;
}

function send(items: TransactItem[], { tables, fault, postpone, watch }: Omit<Surroundings, 'allowance'>): Outcome {
  const kind = fault();
  switch (kind) {
    case 'none':
      return watch(items, () => tables.transact(items));
    case 'answerLost':
      watch(items, () => tables.transact(items));
      return { kind: 'unknown' };
    case 'late':
      postpone(items);
      return { kind: 'unknown' };
    case 'requestLost':
      return { kind: 'unknown' };
    case 'conflict':
      return { kind: 'cancelled', reasons: items.map(() => ({ code: 'TransactionConflict' })) };
    default:
      return kind satisfies never;
  }
}
