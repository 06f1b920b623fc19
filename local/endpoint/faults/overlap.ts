/**
 * Which items are being written at this moment, and who therefore collides. The rules are DynamoDB's
 * (Developer Guide, "Transaction conflict handling in DynamoDB", and the reference of TransactionCanceledException):
 * a transaction that touches an item another write is in flight on is cancelled, for exactly those items;
 * a single write that touches an item of a transaction in flight is refused; single writes never disturb one another;
 * a transaction that only reads is cancelled by writes in flight and disturbs nobody.
 */
export type OverlapTracker = {
  /** The places in `items` that collide with what is in flight; `items` are ids in the order of the request. */
  collisions(kind: CallKind, items: readonly string[]): number[];
  /** Puts the items in flight until `leave` is called. Ask for collisions first, with nothing awaited in between. */
  enter(kind: CallKind, items: readonly string[]): { leave(): void };
  /** How many items have a write in flight. */
  size(): number;
};

export type CallKind = 'write' | 'writeTransaction' | 'readTransaction';

type InFlight = { writes: number; transactions: number };

export function createOverlapTracker(): OverlapTracker {
  const inFlight = new Map<string, InFlight>();

  const collides = (kind: CallKind, item: string): boolean => {
    const others = inFlight.get(item);
    if (others === undefined) return false;
    return kind === 'write' ? others.transactions > 0 : true;
  };

  const add = (kind: CallKind, item: string, change: 1 | -1): void => {
    const counts = inFlight.get(item) ?? { writes: 0, transactions: 0 };
    if (kind === 'write') counts.writes += change;
    else counts.transactions += change;
    if (counts.writes + counts.transactions === 0) inFlight.delete(item);
    else inFlight.set(item, counts);
  };

  const enter = (kind: CallKind, items: readonly string[]): { leave(): void } => {
    if (kind === 'readTransaction') return { leave: () => {} };
    for (const item of items) add(kind, item, 1);
    let left = false;
    const leave = (): void => {
      if (left) return;
      left = true;
      for (const item of items) add(kind, item, -1);
    };
    return { leave };
  };

  return {
    collisions: (kind, items) => items.flatMap((item, index) => (collides(kind, item) ? [index] : [])),
    enter,
    size: () => inFlight.size,
  };
}
