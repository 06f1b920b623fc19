import type { Reservation } from '../read/reservation.ts';

/** What happens to a booking. `lengthen` adds a night at the end, `shorten` takes it back. */
export type Step = 'book' | 'lengthen' | 'shorten' | 'cancel' | 'noShow' | 'checkIn' | 'checkOut';

/** A step on its day, a number of days since 1970-01-01. */
export type Event = { day: number; step: Step };

/**
 * All that happens to a reservation, in its order. The data tells how often a booking was changed, neither when nor how: here
 * evenly between booking and arrival (or cancellation), a night more and a night less in turn.
 */
export function lifeOf(reservation: Reservation): Event[] {
  const { bookedOn, arrival, statusOn, status, changes } = reservation;
  const last = Math.max(bookedOn, Math.min(arrival, statusOn));
  const changed = Array.from({ length: changes }, (_, at): Event => {
    const day = bookedOn + Math.floor(((at + 1) * (last - bookedOn)) / (changes + 1));
    return { day, step: at % 2 === 0 ? 'lengthen' : 'shorten' };
  });
  const end = { Canceled: [{ day: last, step: 'cancel' as const }], 'No-Show': [noShow(arrival)] };
  return [{ day: bookedOn, step: 'book' }, ...changed, ...(status === 'Check-Out' ? visit(reservation) : end[status])];
}

function noShow(arrival: number): Event {
  return { day: arrival, step: 'noShow' };
}

/** Who leaves on another day than was booked does so on that day; nobody before coming. */
function visit({ arrival, statusOn }: Reservation): Event[] {
  return [
    { day: arrival, step: 'checkIn' },
    { day: Math.max(arrival, statusOn), step: 'checkOut' },
  ];
}
