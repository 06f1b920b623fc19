/**
 * Something may have happened to a payment: look at it. Names the order or the booking; all else is looked up. Events of
 * bookings say so too, by their `bookingId`. `isLeftOver`: the order is not the booking's and will never be.
 */
export type PaymentMessage = { reference: string; isLeftOver?: boolean } | { bookingId: string };
