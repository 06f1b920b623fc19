import type { Reservation } from '../read/reservation.ts';

/** Units of a room type, and where the figure comes from. */
export type Capacity = { roomTypeId: string; units: number; from: 'assigned' | 'reserved' | 'given' };

/**
 * The room types of one hotel with the units it must have: the most that guests who came slept in on one night. A type
 * that was sold but never slept in gets the most that was sold of it for one night.
 * @param given units by room type that go before the data's
 */
export function capacityOf(reservations: Reservation[], given: Record<string, number> = {}): Capacity[] {
  const slept = peaks(
    reservations.filter(({ status }) => status === 'Check-Out'),
    ({ assigned }) => assigned,
  );
  const sold = peaks(reservations, ({ reserved }) => reserved);
  const roomTypes = new Set([...slept.keys(), ...sold.keys()]);
  return [...roomTypes].sort().map((roomTypeId): Capacity => {
    const wanted = given[roomTypeId];
    if (wanted !== undefined) return { roomTypeId, units: wanted, from: 'given' };
    const units = slept.get(roomTypeId);
    if (units !== undefined) return { roomTypeId, units, from: 'assigned' };
    return { roomTypeId, units: sold.get(roomTypeId) ?? 0, from: 'reserved' };
  });
}

/** The most units on any one night, by room type. */
function peaks(reservations: Reservation[], roomTypeOf: (reservation: Reservation) => string): Map<string, number> {
  const most = new Map<string, number>();
  for (const [roomTypeId, stays] of Map.groupBy(reservations, roomTypeOf)) {
    const nights = new Map<number, number>();
    for (const { arrival, nights: count } of stays) {
      for (let night = arrival; night < arrival + count; night += 1) nights.set(night, (nights.get(night) ?? 0) + 1);
    }
    if (nights.size > 0) most.set(roomTypeId, Math.max(...nights.values()));
  }
  return most;
}
