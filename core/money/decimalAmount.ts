/** Currencies whose minor unit is not a hundredth. Source: ISO 4217, list one. */
const DECIMALS: Record<string, number> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
  ...'CLF UYW'.split(' ').map((code) => [code, 4]),
]);

/** Minor units as a decimal of the currency: 12050 EUR is `120.50`, 12050 JPY is `12050`. */
export function decimalAmount(minorUnits: number, currency: string): string {
  const decimals = Object.hasOwn(DECIMALS, currency) ? DECIMALS[currency] : 2;
  if (decimals === 0) return String(minorUnits);
  const sign = minorUnits < 0 ? '-' : '';
  const digits = String(Math.abs(minorUnits)).padStart(decimals + 1, '0');
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
