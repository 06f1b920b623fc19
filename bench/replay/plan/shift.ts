import type { Reservation } from '../read/reservation.ts';

/** The least number of whole weeks after which every arrival lies ahead of `today`: weekdays stay what they were. */
export function weeksAhead(reservations: Reservation[], today: number): number {
  const first = reservations.reduce((least, { arrival }) => Math.min(least, arrival), Number.POSITIVE_INFINITY);
  return Math.max(0, Math.ceil((today + 1 - first) / 7));
}

/** Moves every date of a reservation by whole weeks. */
export function shiftBy(weeks: number): (reservation: Reservation) => Reservation {
  const days = weeks * 7;
  return (reservation) => ({
    ...reservation,
    bookedOn: reservation.bookedOn + days,
    arrival: reservation.arrival + days,
    statusOn: reservation.statusOn + days,
  });
}
