/**
 * How many of Stripe's smallest units one minor unit of ISO 4217 is: it writes these two with two decimals, though they
 * have none. Source: Stripe documentation, "Supported currencies", special cases.
 */
const FACTORS: Record<string, number> = { ISK: 100, UGX: 100 };
/** Currencies of three decimals, of which the last must be 0. Source: the same, three-decimal currencies. */
const THREE_DECIMALS = ['BHD', 'JOD', 'KWD', 'OMR', 'TND'];

/** The most of an amount, in minor units, that the provider can move. */
export function movable(amount: number, currency: string): number {
  return THREE_DECIMALS.includes(currency) ? amount - (amount % 10) : amount;
}

/** Minor units as the provider counts them. @param amount one that is {@link movable} */
export function toProviderAmount(amount: number, currency: string): number {
  return amount * factorOf(currency);
}

/** What the provider counted, in minor units. */
export function fromProviderAmount(amount: number, currency: string): number {
  return amount / factorOf(currency);
}

const factorOf = (currency: string): number => FACTORS[currency] ?? 1;
