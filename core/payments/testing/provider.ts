import type { Order } from '../order.ts';

/** Orders as their provider keeps them: it takes what it may, answers the same to the same key, and counts. */
export class Provider {
  readonly orders = new Map<string, Order>();
  /** How often each order was captured. */
  readonly captures = new Map<string, number>();
  readonly #answered = new Set<string>();

  create(reference: string, bookingId: string, amount: number, currency: string): void {
    const nothing = { received: 0, refunded: 0, failure: null };
    this.orders.set(reference, { reference, bookingId, status: 'OPEN', amount, currency, ...nothing });
  }

  read(reference: string): Order {
    return { ...this.orders.get(reference)! };
  }

  /** The guest's card pays, or does not. */
  pay(reference: string, succeeds: boolean): void {
    const order = this.orders.get(reference);
    if (order?.status !== 'OPEN') return;
    if (succeeds) order.status = 'AUTHORIZED';
    order.failure = succeeds ? null : 'Your card was declined.';
  }

  cancel(reference: string): void {
    const order = this.orders.get(reference)!;
    if (order.status === 'OPEN' || order.status === 'AUTHORIZED') order.status = 'CANCELLED';
  }

  capture(reference: string, amount: number): void {
    const order = this.orders.get(reference)!;
    if (order.status !== 'AUTHORIZED' || amount > order.amount) return;
    order.status = 'CAPTURED';
    order.received = amount;
    this.captures.set(reference, (this.captures.get(reference) ?? 0) + 1);
  }

  refund(reference: string, amount: number, key: string): void {
    if (this.#answered.has(key)) return;
    const order = this.orders.get(reference)!;
    if (order.status !== 'CAPTURED' || amount > order.received - order.refunded) return;
    this.#answered.add(key);
    order.refunded += amount;
  }
}
