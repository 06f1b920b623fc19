/** The date in a time zone, `YYYY-MM-DD`. @throws {RangeError} for a time zone that is none */
export function localDate(now: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}
