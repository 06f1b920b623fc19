import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Message, Reservation } from './reservation.ts';

export type ReservationBook = {
  /** Takes the message unless the same or a newer version of the booking is there. Written down when it returns. */
  apply(message: Message): { reservation: Reservation; changed: boolean };
  /** By arrival, then booking; all properties where none is named. */
  list(propertyId?: string): Reservation[];
};

/** @param dataFolder where the book is kept from start to start; null keeps it in memory */
export function openReservationBook(dataFolder: string | null): ReservationBook {
  const file = dataFolder === null ? null : path.join(dataFolder, 'reservations.jsonl');
  const reservations = new Map<string, Reservation>();
  if (file !== null) {
    mkdirSync(path.dirname(file), { recursive: true });
    for (const reservation of readJournal(file)) reservations.set(keyOf(reservation), reservation);
  }
  return {
    apply(message) {
      const known = reservations.get(keyOf(message));
      if (known && known.version >= message.version) return { reservation: known, changed: false };
      const reservation = { ...message, confirmationNumber: confirmationNumber(message) };
      // A line cut off by a hard kill must not swallow this one.
      if (file !== null) appendFileSync(file, `\n${JSON.stringify(reservation)}`);
      reservations.set(keyOf(reservation), reservation);
      return { reservation, changed: true };
    },
    list: (propertyId) =>
      [...reservations.values()]
        .filter((reservation) => propertyId === undefined || reservation.propertyId === propertyId)
        .sort((a, b) => sortKey(a).localeCompare(sortKey(b))),
  };
}

/** The lines in order: the last of a booking is what holds. One that was cut off was never answered, so it is left out. */
function readJournal(file: string): Reservation[] {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as Reservation];
    } catch {
      return [];
    }
  });
}

function keyOf({ propertyId, bookingId }: Message): string {
  return JSON.stringify([propertyId, bookingId]);
}

function sortKey({ arrival, bookingId }: Reservation): string {
  return `${arrival} ${bookingId}`;
}

/** Follows from the booking, so it stays the same when the book is lost. */
function confirmationNumber(message: Message): string {
  return `PMS-${createHash('sha256').update(keyOf(message)).digest('hex').slice(0, 10).toUpperCase()}`;
}
