/** The calendar date, `YYYY-MM-DD`, in a time zone. @param timeZone IANA name */
export function localDate(now: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
}
