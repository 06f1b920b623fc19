import { toDate, toDayNumber } from '../dayNumbers.ts';

/** What a test cares about of a row of the Hotel booking demand format; the rest is filled in. */
export type CsvRow = {
  hotel?: string;
  /** `YYYY-MM-DD`. */
  arrival?: string;
  lead_time?: number;
  week?: number;
  weekend?: number;
  adults?: number;
  children?: number | 'NA';
  reserved?: string;
  assigned?: string;
  adr?: string;
  deposit?: 'No Deposit' | 'Non Refund' | 'Refundable';
  changes?: number;
  waited?: number;
  status?: 'Check-Out' | 'Canceled' | 'No-Show';
  statusDate?: string;
};

const MONTH_NAME = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** A file of that format, with the columns that are read and one that is not. */
export function csvOf(rows: CsvRow[]): string {
  const records = rows.map(toRecord);
  const header = Object.keys(toRecord({})).join(',');
  return [header, ...records.map((record) => Object.values(record).join(','))].join('\n');
}

function toRecord(row: CsvRow): Record<string, string | number> {
  const arrival = row.arrival ?? '2016-07-01';
  const nights = (row.weekend ?? 0) + (row.week ?? 2);
  return {
    hotel: row.hotel ?? 'City Hotel',
    lead_time: row.lead_time ?? 10,
    arrival_date_year: arrival.slice(0, 4),
    arrival_date_month: MONTH_NAME.format(new Date(arrival)),
    arrival_date_day_of_month: Number(arrival.slice(8)),
    stays_in_weekend_nights: row.weekend ?? 0,
    stays_in_week_nights: row.week ?? 2,
    adults: row.adults ?? 2,
    children: row.children ?? 0,
    meal: 'BB',
    reserved_room_type: row.reserved ?? 'A',
    assigned_room_type: row.assigned ?? row.reserved ?? 'A',
    adr: row.adr ?? '100',
    deposit_type: row.deposit ?? 'No Deposit',
    booking_changes: row.changes ?? 0,
    days_in_waiting_list: row.waited ?? 0,
    reservation_status: row.status ?? 'Check-Out',
    reservation_status_date: row.statusDate ?? lastDay(row.status, arrival, nights),
  };
}

/** Guests leave when they said they would, unless the test says otherwise. */
function lastDay(status: CsvRow['status'], arrival: string, nights: number): string {
  const stayed = status === undefined || status === 'Check-Out' ? nights : 0;
  return toDate(toDayNumber(arrival) + stayed);
}
