const DAY_MS = 86_400_000;

/** The date some days after a date, `YYYY-MM-DD`. */
export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Every date from..to-1. */
export function datesBetween(from: string, to: string): string[] {
  const nights = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  return Array.from({ length: nights }, (_, at) => plusDays(from, at));
}

/** The first day of the month some months after this one: far enough ahead to be no past day anywhere. */
export function monthAhead(months: number): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1)).toISOString().slice(0, 10);
}
