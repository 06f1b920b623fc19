import { ScheduleError } from './scheduleError.ts';

type Field = { name: string; low: number; high: number; words: readonly string[] };

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** EventBridge User Guide, "Cron expressions": six fields, weekdays counted from 1, which is Sunday. */
const FIELDS: readonly Field[] = [
  { name: 'minutes', low: 0, high: 59, words: [] },
  { name: 'hours', low: 0, high: 23, words: [] },
  { name: 'day of month', low: 1, high: 31, words: [] },
  { name: 'month', low: 1, high: 12, words: MONTHS },
  { name: 'day of week', low: 1, high: 7, words: DAYS },
  { name: 'year', low: 1970, high: 2199, words: [] },
];
const DAY_OF_MONTH = 2;
const DAY_OF_WEEK = 4;

/**
 * The six fields of an AWS cron expression as croner's seven: seconds in front, weekdays by name, `?` as `*`,
 * and `a/b` as the range it means.
 * @throws {ScheduleError} naming the field
 */
export function cronerPattern(text: string): string {
  const given = text.trim().split(/\s+/);
  if (given.length !== FIELDS.length) throw new ScheduleError(`cron(${text}) needs six fields, it has ${given.length}`);
  if ((given[DAY_OF_MONTH] === '?') === (given[DAY_OF_WEEK] === '?'))
    throw new ScheduleError(`cron(${text}): one of day of month and day of week must be ?, and only one`);
  const fields = FIELDS.map((field, position) => translateField(given[position] ?? '', field, position, text));
  return ['0', ...fields].join(' ');
}

function translateField(value: string, field: Field, position: number, text: string): string {
  const refuse = (): never => {
    throw new ScheduleError(`cron(${text}): ${value} is no ${field.name}`);
  };
  const isDay = position === DAY_OF_MONTH || position === DAY_OF_WEEK;
  if (value === '?') return isDay ? '*' : refuse();
  return value
    .split(',')
    .map((part) => (isDay ? specialDay(part, position) : undefined) ?? translatePart(part, field) ?? refuse())
    .join(',');
}

/** `L` (the last day), `15W` (the working day nearest to it), `6L` (the last Friday), `3#2` (the second Tuesday). */
function specialDay(part: string, position: number): string | undefined {
  if (position === DAY_OF_MONTH) return /^(L|(?:[1-9]|[12]\d|3[01])W)$/.test(part) ? part : undefined;
  // "Last day of the week" is a Saturday.
  if (part === 'L') return 'SAT';
  const [, day = '', kind = ''] = /^([1-7]|[A-Z]{3})(L|#[1-5])$/.exec(part) ?? [];
  const name = DAYS.includes(day) ? day : DAYS[Number(day) - 1];
  return kind === '' || name === undefined ? undefined : `${name}#${kind.replace('#', '')}`;
}

function translatePart(part: string, field: Field): string | undefined {
  const [, range = '', step] = /^([^/]+)(?:\/([1-9]\d*))?$/.exec(part) ?? [];
  const bounds = boundsOf(range, field, step !== undefined);
  if (bounds === undefined) return undefined;
  const [from, to] = bounds;
  const every = step === undefined ? '' : `/${step}`;
  if (range === '*') return `*${every}`;
  // Weekdays become 0 to 6, as croner counts them.
  const shift = field.words === DAYS ? 1 : 0;
  return from === to && every === '' ? `${from - shift}` : `${from - shift}-${to - shift}${every}`;
}

/** First and last value of `*`, `a` or `a-b`; `a` with a step goes up to the field's last value. */
function boundsOf(range: string, field: Field, stepped: boolean): [number, number] | undefined {
  if (range === '*') return [field.low, field.high];
  const [first = '', last, ...more] = range.split('-');
  const from = valueOf(first, field);
  const to = last === undefined ? (stepped ? field.high : from) : valueOf(last, field);
  return from === undefined || to === undefined || to < from || more.length > 0 ? undefined : [from, to];
}

function valueOf(text: string, { low, high, words }: Field): number | undefined {
  const word = words.indexOf(text.toUpperCase());
  if (word >= 0) return low + word;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= low && value <= high ? value : undefined;
}
