/** Dates are `YYYY-MM-DD`; `to` is exclusive. */
export type Range = { from: string; to: string };

/** A range cut where the month's factor changes. */
export function seasons({ from, to }: Range, months: readonly number[]): (Range & { factor: number })[] {
  const parts: (Range & { factor: number })[] = [];
  for (let start = from; start < to; start = nextMonth(start)) {
    const end = nextMonth(start) < to ? nextMonth(start) : to;
    const factor = months[Number(start.slice(5, 7)) - 1] ?? 1;
    const last = parts.at(-1);
    if (last?.factor === factor) last.to = end;
    else parts.push({ from: start, to: end, factor });
  }
  return parts;
}

/**
 * The parts of a range that lie in a period of each year.
 * @param first month and day, such as `12-21`
 * @param end exclusive; before `first` when the period runs over the turn of the year
 */
export function everyYear({ from, to }: Range, first: string, end: string): Range[] {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 2;
  return Array.from({ length: years }, (_, n) => Number(from.slice(0, 4)) - 1 + n)
    .map((year) => ({ from: `${year}-${first}`, to: `${end > first ? year : year + 1}-${end}` }))
    .map((period) => ({ from: period.from > from ? period.from : from, to: period.to < to ? period.to : to }))
    .filter((period) => period.from < period.to);
}

function nextMonth(date: string): string {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}
