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
    reservation_status: row.status ?? 'Check-Out',
    reservation_status_date: row.statusDate ?? arrival,
  };
}
