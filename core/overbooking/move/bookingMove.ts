import type { PageWrite } from '../../portable/sale/expressions.ts';
import type { StayBooking } from '../reallocation/booking.ts';

/**
 * Gives a booking its new room type, and the one it had as `reassigned_from`; its price and the guest's request stay as
 * they are. Only the booking that was read moves: the nights given back are those of that version.
 */
export function bookingMove({ room_type_id, status, version }: StayBooking, to: string, now: string): PageWrite {
  return {
    update: {
      expression: 'SET #room = :to, #from = :from, #version = #version + :one, #updated = :now',
      names: { '#room': 'room_type_id', '#from': 'reassigned_from', '#version': 'version', '#updated': 'updated_at' },
      values: { ':to': to, ':from': room_type_id, ':one': 1, ':now': now },
    },
    condition: {
      expression: '#is = :is AND #read = :read',
      names: { '#is': 'status', '#read': 'version' },
      values: { ':is': status, ':read': version },
    },
  };
}
