import type { BookingSync } from './bookingSync.ts';
import { syncState } from './needsPush.ts';

/**
 * A property's debt to its PMS: messages were taken while its circuit was open. `marks` counts them and never falls.
 * Which bookings are owed stands in their sync ledgers, in {@link owed}.
 */
export type Debt = {
  /** Since when it owes, ISO 8601; null when it owes nothing. */
  since: string | null;
  marks: number;
};

export const NO_DEBT: Debt = { since: null, marks: 0 };

export type DebtCommand =
  /** A message was taken unsent, its version noted in the booking's ledger first. */
  | { kind: 'owe'; at: string }
  /** Every booking that was owed when `marks` was read is pushed. */
  | { kind: 'settle'; marks: number };

/**
 * The debt to be written over the one that was read; the very same object where nothing changes. To pay: read the
 * debt, then the ledgers; push what is owed; settle with the marks that were read. A message taken meanwhile has
 * raised them, so the debt stays and is paid again.
 */
export function decideDebt(debt: Debt, command: DebtCommand): Debt {
  switch (command.kind) {
    case 'owe':
      return { since: debt.since ?? command.at, marks: debt.marks + 1 };
    case 'settle':
      return debt.since === null || debt.marks !== command.marks ? debt : { since: null, marks: debt.marks };
    default:
      return command satisfies never;
  }
}

/**
 * The bookings to push when a debt is paid. Those that the PMS refused are not among them, but a redrive tries them too.
 */
export function owed<T extends BookingSync>(syncs: readonly T[], { redrive = false } = {}): T[] {
  return syncs.filter((sync) => {
    const state = syncState(sync);
    return state === 'PENDING' || (redrive && state === 'REFUSED');
  });
}
