import { z } from 'zod';
import { toDayNumber } from '../dayNumbers.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** One row of the data set, in the terms of a hotel. Days are numbers of days since 1970-01-01. */
export type Reservation = {
  /** Counts data rows from 1. */
  row: number;
  hotel: string;
  status: 'Check-Out' | 'Canceled' | 'No-Show';
  /** When it was booked. */
  bookedOn: number;
  arrival: number;
  /** 0 is day use: no stay. */
  nights: number;
  /** When the status came to be: the day of the cancellation, or of leaving. */
  statusOn: number;
  adults: number;
  children: number;
  /** The room type that was sold. */
  reserved: string;
  /** The room type the guest slept in. */
  assigned: string;
  /** Average daily rate in minor units. */
  rate: number;
  deposit: 'No Deposit' | 'Non Refund' | 'Refundable';
  /** How often it was changed before the guest came or cancelled. */
  changes: number;
  /** Days in the waiting list before it was confirmed. */
  waitedDays: number;
};

const count = z.string().regex(/^\d+$/, 'must be a whole number').transform(Number);

const ROW = z.object({
  hotel: z.string().min(1),
  lead_time: count,
  arrival_date_year: count,
  arrival_date_month: z.enum(MONTHS),
  arrival_date_day_of_month: count,
  stays_in_weekend_nights: count,
  stays_in_week_nights: count,
  adults: count,
  // Four rows of the public file do not know.
  children: count.or(z.literal('NA').transform(() => 0)),
  reserved_room_type: z.string().regex(/^[A-Z]$/, 'must be one capital letter'),
  assigned_room_type: z.string().regex(/^[A-Z]$/, 'must be one capital letter'),
  adr: z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, 'must be a number')
    .transform(Number),
  deposit_type: z.enum(['No Deposit', 'Non Refund', 'Refundable']),
  booking_changes: count,
  days_in_waiting_list: count,
  reservation_status: z.enum(['Check-Out', 'Canceled', 'No-Show']),
  reservation_status_date: z.iso.date(),
});

/**
 * Reads one row. Source: N. Antonio et al., "Hotel booking demand datasets", Data in Brief 22 (2019), table 1.
 * @param record by column name; columns that are not named above are not read
 * @throws with the row number and the columns that are wrong
 */
export function toReservation(record: unknown, row: number): Reservation {
  const parsed = ROW.safeParse(record);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Row ${row} is not of the Hotel booking demand format (${faults.join('; ')}).`);
  }
  const fields = parsed.data;
  const month = String(MONTHS.indexOf(fields.arrival_date_month) + 1).padStart(2, '0');
  const day = String(fields.arrival_date_day_of_month).padStart(2, '0');
  const arrival = toDayNumber(`${fields.arrival_date_year}-${month}-${day}`);
  return {
    row,
    hotel: fields.hotel,
    status: fields.reservation_status,
    bookedOn: arrival - fields.lead_time,
    arrival,
    nights: fields.stays_in_weekend_nights + fields.stays_in_week_nights,
    statusOn: toDayNumber(fields.reservation_status_date),
    adults: fields.adults,
    children: fields.children,
    reserved: fields.reserved_room_type,
    assigned: fields.assigned_room_type,
    // The public file holds one correction below 0.
    rate: Math.max(0, Math.round(fields.adr * 100)),
    deposit: fields.deposit_type,
    changes: fields.booking_changes,
    waitedDays: fields.days_in_waiting_list,
  };
}
