import { isIP } from 'node:net';

/** `local-part@domain-part`, without the rare quoted forms. */
export function isEmail(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    value.length <= 320 &&
    /^[^\s@<>(),;:"\\[\]]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/.test(value)
  );
}

/** A URL with a scheme. */
export function isUrl(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value);
}

/**
 * Digits with spaces or hyphens between them. Without `+` and a country code it is a United States number, whose area
 * code and exchange begin with 2 to 9. AppSync asks a library of all the world's number plans; this looks at lengths only.
 */
export function isPhone(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\+?[\d() .-]+$/.test(value)) return false;
  const digits = value.replace(/\D/g, '');
  return value.startsWith('+') ? /^[1-9]\d{6,14}$/.test(digits) : /^1?[2-9]\d{2}[2-9]\d{6}$/.test(digits);
}

/** An IPv4 or IPv6 address, or a block of them as `123.45.67.89/16`. */
export function isIpAddress(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const [address, prefix, ...rest] = value.split('/');
  const family = isIP(address as string);
  if (family === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128);
}

/** Whole seconds since (or, negative, before) 1970-01-01T00:00Z. */
export function isTimestamp(value: unknown): boolean {
  return Number.isSafeInteger(value);
}
