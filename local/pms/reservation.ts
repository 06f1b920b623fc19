/** A reservation as the PMS keeps it, whichever protocol told it. */
export type Reservation = {
  propertyId: string;
  bookingId: string;
  /** Of the booking: an older one never replaces a newer one. */
  version: number;
  /** The PMS's own number: the same for a booking for good. */
  confirmationNumber: string;
  isActive: boolean;
  /** As the message said it. */
  status: string;
  roomTypeId: string;
  arrival: string;
  /** Exclusive. */
  departure: string;
  units: number;
  guestName: string;
  /** Decimal and currency, such as `120.50 EUR`. */
  total: string;
};

export type Message = Omit<Reservation, 'confirmationNumber'>;
