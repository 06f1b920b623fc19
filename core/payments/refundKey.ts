/**
 * The idempotency key of a refund: whoever decided by the same state gives the money back once. A later refund of the same
 * order starts from another sum.
 * @param refunded minor units that were given back before
 */
export function refundKey(reference: string, refunded: number): string {
  return `${reference}:refund:${refunded}`;
}
