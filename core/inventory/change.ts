import type { CalendarPage } from '../portable/items/calendarPage.ts';

/** What setInventory may change of a night. Only the given fields change. */
export type NightChange = {
  total?: number;
  rate?: number;
  closed?: boolean;
  closedToArrival?: boolean;
  closedToDeparture?: boolean;
  minStay?: number;
};

export type ChangeField = keyof NightChange;

export const CHANGE_FIELDS: readonly ChangeField[] = [
  'total',
  'rate',
  'closed',
  'closedToArrival',
  'closedToDeparture',
  'minStay',
];

/** The page as the table keeps it: with the source versions applied, by field. */
export type StoredPage = CalendarPage & { sources?: Partial<Record<ChangeField, string>> };

/** The restrictions kept as sets of nights. */
export const FLAGS = {
  closed: 'closed',
  closedToArrival: 'closed_to_arrival',
  closedToDeparture: 'closed_to_departure',
} as const satisfies Partial<Record<ChangeField, keyof CalendarPage>>;

export type FlagField = keyof typeof FLAGS;
export const FLAG_FIELDS = Object.keys(FLAGS) as FlagField[];
