export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar date, with or without an offset: 2026-11-20, 2026-11-20+01:00. */
  AWSDate: { input: string; output: string; }
  /** Date and time with an offset, e.g. 2026-11-20T12:30:24.500Z. */
  AWSDateTime: { input: string; output: string; }
  /** An address local-part@domain-part. */
  AWSEmail: { input: string; output: string; }
  /** An IPv4 or IPv6 address or CIDR block. */
  AWSIPAddress: { input: string; output: string; }
  /** A JSON document as a string; handlers see it parsed. */
  AWSJSON: { input: unknown; output: unknown; }
  /** A phone number; without a country code a United States one. */
  AWSPhone: { input: string; output: string; }
  /** A time of day, e.g. 12:30, 12:30:24.500Z, 12:30:24+05:30. */
  AWSTime: { input: string; output: string; }
  /** Seconds since or before 1970-01-01T00:00Z. */
  AWSTimestamp: { input: number; output: number; }
  /** A URL with a scheme. */
  AWSURL: { input: string; output: string; }
};

/** One version of a booking, kept for good and never changed. It holds nothing of the guest but an opaque reference. */
export type AuditEntry = {
  /** In one unit. */
  adults: Scalars['Int']['output'];
  arrival: Scalars['AWSDate']['output'];
  bookingId: Scalars['ID']['output'];
  /** In one unit. */
  children: Scalars['Int']['output'];
  /** Exclusive. */
  departure: Scalars['AWSDate']['output'];
  /** What happened: the status the booking came to, or BOOKED, OFFERED, MODIFIED, REASSIGNED, CLAIMED, ERASED, PAYMENT. */
  event: Scalars['String']['output'];
  /** The guest's account. Null while the booking belongs to none. */
  guestRef?: Maybe<Scalars['ID']['output']>;
  /** Minor units for one unit, night by night. */
  nightlyRates: Array<Scalars['Int']['output']>;
  /** When the booking was written. */
  occurredAt: Scalars['AWSDateTime']['output'];
  propertyId: Scalars['ID']['output'];
  /** When history learnt of it. */
  recordedAt: Scalars['AWSDateTime']['output'];
  roomTypeId: Scalars['ID']['output'];
  source: AuditSource;
  status: BookingStatus;
  totalPrice: Money;
  units: Scalars['Int']['output'];
  version: Scalars['Int']['output'];
};

export type AuditSource =
  /** The booking's own event. */
  | 'EVENT'
  /** A check found the version missing and wrote it as the booking was then; what happened is known by its status only. */
  | 'RECONCILIATION';

export type Availability = {
  arrival: Scalars['AWSDate']['output'];
  /** Exclusive: the day of leaving is no night of the stay. */
  departure: Scalars['AWSDate']['output'];
  propertyId: Scalars['ID']['output'];
  roomTypes: Array<RoomTypeAvailability>;
};

export type BookGroupInput = {
  /** Who speaks for the group. */
  contact: GuestInput;
  /** Minor units, for all rooms: what was quoted. PriceChanged when it no longer holds. */
  expectedTotal?: InputMaybe<Scalars['Int']['input']>;
  /** A UUID or ULID chosen by the client, for safe retries; made by the server when absent. */
  groupId?: InputMaybe<Scalars['ID']['input']>;
  /** What the group is called, such as that of a wedding. */
  name: Scalars['String']['input'];
  propertyId: Scalars['ID']['input'];
  /** 1 to 20; each becomes a booking of its own. */
  rooms: Array<GroupRoomInput>;
};

export type BookRoomInput = {
  /** In one unit. */
  adults?: InputMaybe<Scalars['Int']['input']>;
  arrival: Scalars['AWSDate']['input'];
  /** A UUID or ULID chosen by the client, for safe retries; made by the server when absent. */
  bookingId?: InputMaybe<Scalars['ID']['input']>;
  /** In one unit. */
  children?: InputMaybe<Scalars['Int']['input']>;
  /** Exclusive. */
  departure: Scalars['AWSDate']['input'];
  /** Minor units, for the whole stay and all units: what the guest was quoted. PriceChanged when it no longer holds. */
  expectedTotal?: InputMaybe<Scalars['Int']['input']>;
  guest: GuestInput;
  propertyId: Scalars['ID']['input'];
  roomTypeId: Scalars['ID']['input'];
  /** 1 to 50. */
  units?: InputMaybe<Scalars['Int']['input']>;
};

export type Booking = {
  adults: Scalars['Int']['output'];
  arrival: Scalars['AWSDate']['output'];
  cancelReason?: Maybe<Scalars['String']['output']>;
  /** What cancelling costs, as it was agreed. */
  cancellation?: Maybe<CancellationPolicy>;
  /** What the cancellation cost. Null where it was not cancelled. */
  cancellationFee?: Maybe<Money>;
  cancelledAt?: Maybe<Scalars['AWSDateTime']['output']>;
  checkedInAt?: Maybe<Scalars['AWSDateTime']['output']>;
  checkedOutAt?: Maybe<Scalars['AWSDateTime']['output']>;
  children: Scalars['Int']['output'];
  /** Null where it was not confirmed, or was sold at once. */
  confirmedAt?: Maybe<Scalars['AWSDateTime']['output']>;
  createdAt: Scalars['AWSDateTime']['output'];
  departure: Scalars['AWSDate']['output'];
  /** Since when the guest's personal data are gone: `guest` holds marks in their place. */
  erasedAt?: Maybe<Scalars['AWSDateTime']['output']>;
  /** The group it was booked with; see bookingGroup. */
  groupId?: Maybe<Scalars['ID']['output']>;
  guest?: Maybe<Guest>;
  /** Whose booking it is. Null while staff booked for somebody who has no account. */
  guestId?: Maybe<Scalars['ID']['output']>;
  /** Until when the units of a HELD or REQUESTED booking are its own. */
  holdExpiresAt?: Maybe<Scalars['AWSDateTime']['output']>;
  /** Of a HELD or REQUESTED booking; 0 once it has run out. */
  holdSecondsLeft?: Maybe<Scalars['Int']['output']>;
  id: Scalars['ID']['output'];
  /** What the guest was written about it, oldest version first. Null in what subscriptions deliver: ask `booking`. */
  messages?: Maybe<Array<GuestMessage>>;
  /** Minor units for one unit, night by night. */
  nightlyRates: Array<Scalars['Int']['output']>;
  nights: Scalars['Int']['output'];
  /** Null where nobody has begun to pay in advance. */
  payment?: Maybe<Payment>;
  /** How far the property's PMS has followed. Null where it has none, or is not told of such a booking. */
  pmsSync?: Maybe<BookingSync>;
  property?: Maybe<Property>;
  propertyId: Scalars['ID']['output'];
  /** The room type that was booked, where the guest was moved to another one. */
  reassignedFrom?: Maybe<Scalars['ID']['output']>;
  /** Eight letters and digits by which people name the booking. Null for bookings from before there were references. */
  reference?: Maybe<Scalars['String']['output']>;
  /** Why a booking in line got no room. */
  refusal?: Maybe<BookingRefusal>;
  /** In bookRoom's answer: units still free on the scarcest night of the stay. Null elsewhere. */
  remaining?: Maybe<Scalars['Int']['output']>;
  roomType?: Maybe<RoomType>;
  roomTypeId: Scalars['ID']['output'];
  status: BookingStatus;
  totalPrice: Money;
  units: Scalars['Int']['output'];
  updatedAt: Scalars['AWSDateTime']['output'];
  /** Rises by one with every change. */
  version: Scalars['Int']['output'];
};

/** A booking as it is after the change; fields as those of Booking. */
export type BookingChangeInput = {
  adults: Scalars['Int']['input'];
  arrival: Scalars['AWSDate']['input'];
  cancelReason?: InputMaybe<Scalars['String']['input']>;
  cancellation?: InputMaybe<CancellationPolicyInput>;
  cancellationFee?: InputMaybe<MoneyInput>;
  cancelledAt?: InputMaybe<Scalars['AWSDateTime']['input']>;
  checkedInAt?: InputMaybe<Scalars['AWSDateTime']['input']>;
  checkedOutAt?: InputMaybe<Scalars['AWSDateTime']['input']>;
  children: Scalars['Int']['input'];
  confirmedAt?: InputMaybe<Scalars['AWSDateTime']['input']>;
  createdAt: Scalars['AWSDateTime']['input'];
  departure: Scalars['AWSDate']['input'];
  erasedAt?: InputMaybe<Scalars['AWSDateTime']['input']>;
  groupId?: InputMaybe<Scalars['ID']['input']>;
  guest: GuestInput;
  guestId?: InputMaybe<Scalars['ID']['input']>;
  holdExpiresAt?: InputMaybe<Scalars['AWSDateTime']['input']>;
  id: Scalars['ID']['input'];
  nightlyRates: Array<Scalars['Int']['input']>;
  nights: Scalars['Int']['input'];
  payment?: InputMaybe<PaymentChangeInput>;
  propertyId: Scalars['ID']['input'];
  reassignedFrom?: InputMaybe<Scalars['ID']['input']>;
  reference?: InputMaybe<Scalars['String']['input']>;
  refusal?: InputMaybe<BookingRefusalInput>;
  roomTypeId: Scalars['ID']['input'];
  status: BookingStatus;
  totalPrice: MoneyInput;
  units: Scalars['Int']['input'];
  updatedAt: Scalars['AWSDateTime']['input'];
  version: Scalars['Int']['input'];
};

export type BookingConnection = {
  items: Array<Booking>;
  nextToken?: Maybe<Scalars['String']['output']>;
};

/** Bookings that were made together. Each may be changed or cancelled by itself like any other. */
export type BookingGroup = {
  /** In the order in which they were asked for. */
  bookings: Array<Booking>;
  /** Null where the guest's data were removed. */
  contact?: Maybe<Guest>;
  createdAt: Scalars['AWSDateTime']['output'];
  id: Scalars['ID']['output'];
  /** In cancelGroup's answer: the bookings that were not cancelled, and why. Null elsewhere. */
  kept?: Maybe<Array<KeptBooking>>;
  /** Null where the guest's data were removed. */
  name?: Maybe<Scalars['String']['output']>;
  propertyId: Scalars['ID']['output'];
  /** Of the bookings that have their rooms. Null where it is larger than an amount can be. */
  totalPrice?: Maybe<Money>;
};

export type BookingMode =
  /** Guests book at once. */
  | 'INSTANT'
  /** Guests request, and the property answers. */
  | 'ON_REQUEST';

/** How a property takes bookings. */
export type BookingPolicy = {
  cancellation: CancellationPolicy;
  /** How long a hold lasts. */
  holdSeconds: Scalars['Int']['output'];
  mode: BookingMode;
  payment: PaymentProvider;
  /** How long a guest has to pay once payment has started. */
  paymentSeconds: Scalars['Int']['output'];
  /** Hours before the day of arrival begins, where the property is, that its reminder is due. Null: no reminder. */
  reminderHours?: Maybe<Scalars['Int']['output']>;
  /** How long the property has to answer a request. */
  requestSeconds: Scalars['Int']['output'];
  /** How long what comes free is held for a guest on the waiting list. */
  waitlistSeconds: Scalars['Int']['output'];
};

/** Fields as those of BookingPolicy. */
export type BookingPolicyInput = {
  /** Left out: cancelling costs nothing. */
  cancellation?: InputMaybe<CancellationPolicyInput>;
  /** 1 to 86,400. */
  holdSeconds?: InputMaybe<Scalars['Int']['input']>;
  mode?: InputMaybe<BookingMode>;
  payment?: InputMaybe<PaymentProvider>;
  /** 1 to 86,400. */
  paymentSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** 0 to 720. */
  reminderHours?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 1,209,600. */
  requestSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 86,400. Left out: 900, or holdSeconds where that is longer. */
  waitlistSeconds?: InputMaybe<Scalars['Int']['input']>;
};

export type BookingRefusal = {
  message: Scalars['String']['output'];
  /** What bookRoom would have answered as errorType, such as SoldOut; Declined where the property said no. */
  type: Scalars['String']['output'];
};

export type BookingRefusalInput = {
  message: Scalars['String']['input'];
  type: Scalars['String']['input'];
};

export type BookingStatus =
  | 'CANCELLED'
  | 'CHECKED_IN'
  | 'CHECKED_OUT'
  | 'CONFIRMED'
  /** The property said no, or had no room for the request; `refusal` tells why. */
  | 'DECLINED'
  /** The hold or request ran out, or nothing came free before the day of arrival. */
  | 'EXPIRED'
  /** Its units are held until `holdExpiresAt`. */
  | 'HELD'
  /** The guest never came. */
  | 'NO_SHOW'
  /** Many buy these nights at once, or a request was just sent: soon CONFIRMED, HELD or REQUESTED, or refused. */
  | 'QUEUED'
  /** The line got no room for it; `refusal` tells why. */
  | 'REFUSED'
  /** The guest gave the hold, or the place on the waiting list, up. */
  | 'RELEASED'
  /** The property has been asked; its units are held until it answers. */
  | 'REQUESTED'
  /** On the waiting list of a sold-out stay, with no units of its own: HELD once it is offered. */
  | 'WAITLISTED';

export type BookingSync = {
  /** The newest version that the PMS has acknowledged; 0 for none. */
  acknowledged: Scalars['Int']['output'];
  /** The PMS's own number for the booking. */
  confirmationNumber?: Maybe<Scalars['String']['output']>;
  /** The booking's version now. */
  newest: Scalars['Int']['output'];
  /** Why the PMS refuses the newest version. Not shown to guests. */
  reason?: Maybe<Scalars['String']['output']>;
  state: BookingSyncState;
  /** When the PMS last answered for good; null before. */
  updatedAt?: Maybe<Scalars['AWSDateTime']['output']>;
};

export type BookingSyncState =
  /** The PMS has not acknowledged the newest version. */
  | 'PENDING'
  /** The PMS will not take the newest version; staff are needed. */
  | 'REFUSED'
  | 'SYNCED';

export type CalendarNight = {
  /** Negative where more is sold and held than exists. */
  available: Scalars['Int']['output'];
  closed: Scalars['Boolean']['output'];
  closedToArrival: Scalars['Boolean']['output'];
  closedToDeparture: Scalars['Boolean']['output'];
  date: Scalars['AWSDate']['output'];
  held: Scalars['Int']['output'];
  minStay: Scalars['Int']['output'];
  /** Minor units. Null where no rate is loaded. */
  rate?: Maybe<Scalars['Int']['output']>;
  sold: Scalars['Int']['output'];
  total: Scalars['Int']['output'];
};

/** Fields as those of CalendarNight. */
export type CalendarNightInput = {
  available: Scalars['Int']['input'];
  closed: Scalars['Boolean']['input'];
  closedToArrival: Scalars['Boolean']['input'];
  closedToDeparture: Scalars['Boolean']['input'];
  date: Scalars['AWSDate']['input'];
  held: Scalars['Int']['input'];
  minStay: Scalars['Int']['input'];
  rate?: InputMaybe<Scalars['Int']['input']>;
  sold: Scalars['Int']['input'];
  total: Scalars['Int']['input'];
};

/** What a cancellation costs the guest. */
export type CancellationPolicy = {
  /** Later: or the price of the first so many nights, whichever is more. */
  feeNights: Scalars['Int']['output'];
  /** Later: of the total. */
  feePercent: Scalars['Int']['output'];
  /** Free until so many days before the day of arrival. Null: always. */
  freeUntilDays?: Maybe<Scalars['Int']['output']>;
};

/** Fields as those of CancellationPolicy. */
export type CancellationPolicyInput = {
  /** 0 to 90. */
  feeNights?: InputMaybe<Scalars['Int']['input']>;
  /** 0 to 100. */
  feePercent?: InputMaybe<Scalars['Int']['input']>;
  /** 0 to 365. Null: always free. */
  freeUntilDays?: InputMaybe<Scalars['Int']['input']>;
};

export type ConflictNight = {
  date: Scalars['AWSDate']['output'];
  /** Held units counted from bookings. */
  heldByBookings: Scalars['Int']['output'];
  heldByCalendar: Scalars['Int']['output'];
  /** Sold units counted from bookings. */
  soldByBookings: Scalars['Int']['output'];
  /** Sold units by the calendar: total less available less held. */
  soldByCalendar: Scalars['Int']['output'];
};

/** What waits for a consumer: the messages of a queue, or the records of a stream. */
export type ConsumerHealth = {
  deadLetters?: Maybe<Scalars['Int']['output']>;
  inFlight?: Maybe<Scalars['Int']['output']>;
  /** How long the oldest waits. Null when it cannot be told. */
  lagSeconds?: Maybe<Scalars['Float']['output']>;
  /** What is wrong, or nothing. */
  message?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  source: WorkSource;
  status: HealthStatus;
  /** Messages that wait; streams do not tell. */
  waiting?: Maybe<Scalars['Int']['output']>;
};

/** What a consumer gave up. */
export type DeadLetter = {
  /** As it was sent. It may hold a guest's data: show it to nobody who need not see it. */
  body: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  queue: Scalars['String']['output'];
  /** Why, as the consumer or the service that delivers to it said. */
  reason: Scalars['String']['output'];
  receivedCount: Scalars['Int']['output'];
  sentAt: Scalars['AWSDateTime']['output'];
  source: WorkSource;
};

export type DeadLetterQueue = {
  /** About how many lie there. */
  messages: Scalars['Int']['output'];
  /** As the other operations want it. */
  name: Scalars['String']['output'];
  source: WorkSource;
};

export type ErasureResult = {
  /** Bookings from which this request removed the guest. */
  bookings: Scalars['Int']['output'];
  /** False where time ran out: send the same again, and it goes on. */
  isComplete: Scalars['Boolean']['output'];
};

export type GroupRoomInput = {
  /** In one unit. */
  adults?: InputMaybe<Scalars['Int']['input']>;
  arrival: Scalars['AWSDate']['input'];
  /** In one unit. */
  children?: InputMaybe<Scalars['Int']['input']>;
  /** Exclusive. */
  departure: Scalars['AWSDate']['input'];
  guest: GuestInput;
  roomTypeId: Scalars['ID']['input'];
  /** 1 to 50. */
  units?: InputMaybe<Scalars['Int']['input']>;
};

export type Guest = {
  email: Scalars['AWSEmail']['output'];
  /** BCP 47. */
  language: Scalars['String']['output'];
  name: Scalars['String']['output'];
  phone?: Maybe<Scalars['AWSPhone']['output']>;
};

export type GuestInput = {
  email: Scalars['AWSEmail']['input'];
  /** BCP 47, such as `de` or `pt-BR`: what the guest is written to in. Left out: `en`, or in modifyBooking as it was. */
  language?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  phone?: InputMaybe<Scalars['AWSPhone']['input']>;
};

/** One e-mail to a guest about one version of a booking. */
export type GuestMessage = {
  kind: GuestMessageKind;
  /** Why it was not sent, or not yet. */
  reason?: Maybe<Scalars['String']['output']>;
  sentAt?: Maybe<Scalars['AWSDateTime']['output']>;
  state: GuestMessageState;
  /** Of the booking. */
  version: Scalars['Int']['output'];
};

export type GuestMessageKind =
  | 'CANCELLATION'
  /** Stay, room type, units, party, price or the guest's own data are others now. */
  | 'CHANGE'
  | 'CONFIRMATION'
  /** Another room type, or another hotel, than was booked. */
  | 'RELOCATION'
  | 'REMINDER'
  | 'REQUEST_DECLINED'
  /** The property did not answer in time. */
  | 'REQUEST_EXPIRED'
  | 'REQUEST_RECEIVED'
  /** A room became free for who waited for it, and is held. */
  | 'WAITLIST_OFFER';

export type GuestMessageState =
  /** It will not be tried again. */
  | 'FAILED'
  /** Being sent, or to be tried again. */
  | 'PENDING'
  /** The mail service took it. */
  | 'SENT';

export type Health = {
  checkedAt: Scalars['AWSDateTime']['output'];
  consumers: Array<ConsumerHealth>;
  /** The newest reconciliation run as it is recorded. Null when there was none, or it cannot be told. */
  lastReconciliation?: Maybe<Scalars['AWSJSON']['output']>;
  /** PMS connections whose circuit is open or being tried again. Null when it cannot be told. */
  openCircuits?: Maybe<Scalars['Int']['output']>;
  parts: Array<PartHealth>;
  status: HealthStatus;
};

export type HealthStatus =
  /** Bookings are taken; something else is slow, down or has dead letters. */
  | 'DEGRADED'
  /** Bookings cannot be taken. */
  | 'DOWN'
  | 'OK';

export type KeptBooking = {
  id: Scalars['ID']['output'];
  /** Why it could not be cancelled. */
  message: Scalars['String']['output'];
  status: BookingStatus;
};

export type Location = {
  /** Degrees, WGS 84. */
  latitude: Scalars['Float']['output'];
  longitude: Scalars['Float']['output'];
};

export type LocationInput = {
  latitude: Scalars['Float']['input'];
  longitude: Scalars['Float']['input'];
};

/** What is left out stays as it is. */
export type ModifyBookingInput = {
  /** In one unit. */
  adults?: InputMaybe<Scalars['Int']['input']>;
  arrival?: InputMaybe<Scalars['AWSDate']['input']>;
  /** In one unit. */
  children?: InputMaybe<Scalars['Int']['input']>;
  /** Exclusive. */
  departure?: InputMaybe<Scalars['AWSDate']['input']>;
  /** Minor units, for the whole stay and all units: what the guest was told. PriceChanged when it does not hold. */
  expectedTotal?: InputMaybe<Scalars['Int']['input']>;
  guest?: InputMaybe<GuestInput>;
  id: Scalars['ID']['input'];
  roomTypeId?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 50. */
  units?: InputMaybe<Scalars['Int']['input']>;
};

/** A sum in minor units (cents) of an ISO 4217 currency. */
export type Money = {
  amount: Scalars['Int']['output'];
  currency: Scalars['String']['output'];
};

export type MoneyInput = {
  amount: Scalars['Int']['input'];
  currency: Scalars['String']['input'];
};

export type Mutation = {
  /** Says yes to a request. */
  approveBooking: Booking;
  /**
   * Books up to twenty stays of one property at once, of any room types, dates and guests: all of them, or nothing; who and
   * how as with bookRoom. The error names the room of the list that cannot be had. Send a `groupId` of your own and repeat the
   * same request with it after any failure: it books once.
   */
  bookGroup: BookingGroup;
  /**
   * Books a stay: every night of it for `units`, or nothing. Send a `bookingId` of your own and repeat the same request
   * with it after any failure: it books once.
   */
  bookRoom: Booking;
  /**
   * Cancels a booking: gives back each night of a confirmed one or of a request, once; takes one that waits out of the line.
   * The fee is what was agreed when it was booked; staff may waive it.
   */
  cancelBooking: Booking;
  /**
   * Cancels every booking of a group that can be cancelled, all at once, each for the fee that was agreed for it; staff may
   * waive the fees. `kept` names those that stay, such as of guests who are in the house. The same again changes nothing more.
   */
  cancelGroup: BookingGroup;
  /** The guest has come: from the day of arrival on. */
  checkIn: Booking;
  /** The guest has left: nights from today on are free again. One night at least stays. */
  checkOut: Booking;
  /**
   * Takes over a booking that staff made for the caller: whose verified e-mail address is the one of the booking's guest.
   * Give its `id`, or its `propertyId` and `reference`. One's own is answered as it is.
   */
  claimBooking: Booking;
  /**
   * Confirms a hold: what was held is sold. Where the property is paid in advance the guest has paid first, by startPayment;
   * `paymentReference`, if given, must be that payment's. The same again answers the confirmed booking.
   */
  confirmBooking: Booking;
  /** Says no to a request: its nights are free again. */
  declineBooking: Booking;
  /** Throws a dead letter away for good. False when it is no longer there. */
  discardDeadLetter: Scalars['Boolean']['output'];
  /**
   * Removes a guest's personal data from every booking of an account, or of an e-mail address: give one of both. Refused as
   * InvalidState while one of the stays is still to come or under way. Repeat it until `isComplete`.
   */
  eraseGuest: ErasureResult;
  /**
   * Holds for `seconds` from now, by default the property's hold time; never shorter than before, and for no more than a
   * day in all.
   */
  extendHold: Booking;
  /**
   * Holds a stay for the property's hold time, so that nobody else gets it while the guest decides or pays: as bookRoom
   * in everything else. A guest has at most a few live holds.
   */
  holdRoom: Booking;
  /**
   * Waits for a stay that is sold out. When units come free, whoever joined first and fits is offered a hold: the booking of
   * this id becomes HELD. The same request again answers the same entry; InvalidState where the stay can be booked at once.
   */
  joinWaitlist: WaitlistEntry;
  /** Waits no longer. What has been offered already is given up by releaseHold. */
  leaveWaitlist: WaitlistEntry;
  /** The guest has not come: from the day of arrival on. That night stays sold; later ones, from today on, are free again. */
  markNoShow: Booking;
  /**
   * Changes a hold, a booking or the stay of a guest who is in the house: dates, room type, units, party, guest. Only the
   * difference is given back and taken, in one step; nights that it keeps keep their price, new ones cost what they cost
   * now. Where anything is refused all stays as it was.
   */
  modifyBooking: Booking;
  /**
   * Gives a property another home Region, where its stock and bookings are written from then on. For the loss of a Region: what the
   * old home wrote last may never have arrived, so follow the runbook. Refused where `from` is not its home.
   */
  moveHomeRegion: Property;
  /** For functions: tells subscribers of changed nights. */
  publishAvailabilityChange: RoomTypeCalendar;
  /** For functions: tells subscribers of a booking. Select every field that subscribers may want. */
  publishBookingChange: Booking;
  /** For functions: tells subscribers of an overbooking. Select every field that subscribers may want. */
  publishOverbooking: Overbooking;
  /** Creates or replaces a property. Currency, time zone and home Region are fixed once it exists. */
  putProperty: Property;
  /** Creates or replaces a room type of a property. */
  putRoomType: RoomType;
  /**
   * Sends dead letters back to where they came from: the ones named, at most 100, or the first hundred. Answers how many
   * went; one that cannot go stays, and where none could the error says why. What fails again becomes a new dead letter.
   */
  redriveDeadLetters: Scalars['Int']['output'];
  /**
   * Tells the PMS again, at once: the circuit is tried now, and every booking is pushed that the PMS owes an answer for, refused,
   * or was never told of. Returns the state before the work, which goes on by itself. Also for a PMS that is new to a property.
   */
  redrivePms: PmsSync;
  /** Gives a hold up: each night is free again, once. */
  releaseHold: Booking;
  /**
   * Asks a property that takes bookings on request. Answered at once as QUEUED; soon REQUESTED, with its units held until
   * the property answers, or DECLINED where there is no room.
   */
  requestBooking: Booking;
  /**
   * Settles an overbooking by hand: moves a booking to another room type, walks its guest to a sister property, or accepts
   * that the night is overbooked. The guest pays no more for it. Safe to repeat.
   */
  resolveOverbooking: Overbooking;
  /**
   * Sets stock, rate and restrictions of one room type from `from` to `to` (exclusive), on all nights or only on the
   * named weekdays. Only the given fields change. Safe to repeat; a `sourceVersion` older than one already applied to
   * a night and field is ignored there. A total below what is sold makes availability negative.
   */
  setInventory: Array<RoomTypeCalendar>;
  /**
   * Begins to pay for a hold, in full and in advance, or goes on with it: the same again answers the same payment while it may
   * still be paid. The hold lasts for at least the property's time to pay from now on, within its longest time. With
   * `clientSecret` the guest pays on the provider's page; the booking is confirmed by itself once that is done. Provider
   * NONE: nothing is to be paid in advance, and nothing has changed.
   */
  startPayment: Payment;
  /** Starts a run now rather than within five minutes. InvalidState while one is under way. */
  startReconciliation: ReconciliationRun;
};


export type MutationApproveBookingArgs = {
  id: Scalars['ID']['input'];
};


export type MutationBookGroupArgs = {
  input: BookGroupInput;
};


export type MutationBookRoomArgs = {
  input: BookRoomInput;
};


export type MutationCancelBookingArgs = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  waiveFee?: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationCancelGroupArgs = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  waiveFee?: InputMaybe<Scalars['Boolean']['input']>;
};


export type MutationCheckInArgs = {
  id: Scalars['ID']['input'];
};


export type MutationCheckOutArgs = {
  id: Scalars['ID']['input'];
};


export type MutationClaimBookingArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  propertyId?: InputMaybe<Scalars['ID']['input']>;
  reference?: InputMaybe<Scalars['String']['input']>;
};


export type MutationConfirmBookingArgs = {
  id: Scalars['ID']['input'];
  paymentReference?: InputMaybe<Scalars['String']['input']>;
};


export type MutationDeclineBookingArgs = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationDiscardDeadLetterArgs = {
  id: Scalars['ID']['input'];
  queue: Scalars['String']['input'];
};


export type MutationEraseGuestArgs = {
  email?: InputMaybe<Scalars['AWSEmail']['input']>;
  guestId?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationExtendHoldArgs = {
  id: Scalars['ID']['input'];
  seconds?: InputMaybe<Scalars['Int']['input']>;
};


export type MutationHoldRoomArgs = {
  input: BookRoomInput;
};


export type MutationJoinWaitlistArgs = {
  input: BookRoomInput;
};


export type MutationLeaveWaitlistArgs = {
  id: Scalars['ID']['input'];
};


export type MutationMarkNoShowArgs = {
  id: Scalars['ID']['input'];
};


export type MutationModifyBookingArgs = {
  input: ModifyBookingInput;
};


export type MutationMoveHomeRegionArgs = {
  from: Scalars['String']['input'];
  propertyId: Scalars['ID']['input'];
  to: Scalars['String']['input'];
};


export type MutationPublishAvailabilityChangeArgs = {
  input: RoomTypeCalendarInput;
};


export type MutationPublishBookingChangeArgs = {
  input: BookingChangeInput;
};


export type MutationPublishOverbookingArgs = {
  input: OverbookingInput;
};


export type MutationPutPropertyArgs = {
  input: PutPropertyInput;
};


export type MutationPutRoomTypeArgs = {
  input: PutRoomTypeInput;
};


export type MutationRedriveDeadLettersArgs = {
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  queue: Scalars['String']['input'];
};


export type MutationRedrivePmsArgs = {
  propertyId: Scalars['ID']['input'];
};


export type MutationReleaseHoldArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRequestBookingArgs = {
  input: BookRoomInput;
};


export type MutationResolveOverbookingArgs = {
  input: ResolveOverbookingInput;
};


export type MutationSetInventoryArgs = {
  input: SetInventoryInput;
};


export type MutationStartPaymentArgs = {
  id: Scalars['ID']['input'];
};

/** Properties within a distance, as the crow flies. Where there are more than 1,000, the nearest are searched. */
export type NearInput = {
  /** Degrees, WGS 84. */
  latitude: Scalars['Float']['input'];
  longitude: Scalars['Float']['input'];
  /** 0.1 to 100. */
  radiusKm: Scalars['Float']['input'];
};

export type NightAvailability = {
  available: Scalars['Int']['output'];
  date: Scalars['AWSDate']['output'];
  /** Minor units for one unit. Null where no rate is loaded. */
  rate?: Maybe<Scalars['Int']['output']>;
};

/** One overbooked night of one room type. */
export type Overbooking = {
  date: Scalars['AWSDate']['output'];
  detectedAt: Scalars['AWSDateTime']['output'];
  escalatedAt?: Maybe<Scalars['AWSDateTime']['output']>;
  id: Scalars['ID']['output'];
  /** Stays that were moved for this night, oldest first. */
  moves: Array<OverbookingMove>;
  propertyId: Scalars['ID']['output'];
  /** Where guests could be walked: for each booking up to two sister properties, nearest first. */
  proposals: Array<SisterProposal>;
  resolution?: Maybe<OverbookingResolution>;
  resolvedAt?: Maybe<Scalars['AWSDateTime']['output']>;
  roomTypeId: Scalars['ID']['output'];
  /** Units beyond the room type's oversell allowance. */
  shortfall: Scalars['Int']['output'];
  status: OverbookingStatus;
  updatedAt: Scalars['AWSDateTime']['output'];
  /** Rises by one with every change. */
  version: Scalars['Int']['output'];
};

export type OverbookingAction =
  | 'ACCEPT'
  /** `bookingId` to `roomTypeId` of the property. */
  | 'MOVE'
  /** `bookingId` to `roomTypeId` of the sister `propertyId`. */
  | 'WALK';

export type OverbookingConnection = {
  items: Array<Overbooking>;
  nextToken?: Maybe<Scalars['String']['output']>;
};

/** Fields as those of Overbooking. */
export type OverbookingInput = {
  date: Scalars['AWSDate']['input'];
  detectedAt: Scalars['AWSDateTime']['input'];
  escalatedAt?: InputMaybe<Scalars['AWSDateTime']['input']>;
  id: Scalars['ID']['input'];
  moves: Array<OverbookingMoveInput>;
  propertyId: Scalars['ID']['input'];
  proposals: Array<SisterProposalInput>;
  resolution?: InputMaybe<OverbookingResolutionInput>;
  resolvedAt?: InputMaybe<Scalars['AWSDateTime']['input']>;
  roomTypeId: Scalars['ID']['input'];
  shortfall: Scalars['Int']['input'];
  status: OverbookingStatus;
  updatedAt: Scalars['AWSDateTime']['input'];
  version: Scalars['Int']['input'];
};

export type OverbookingMove = {
  bookingId: Scalars['ID']['output'];
  /** Room types. */
  from: Scalars['ID']['output'];
  /** The person who decided it. Null where the service did. */
  movedBy?: Maybe<Scalars['ID']['output']>;
  to: Scalars['ID']['output'];
  /** The sister property that the guest was walked to, whose room type `to` is. */
  walkedTo?: Maybe<Scalars['ID']['output']>;
};

export type OverbookingMoveInput = {
  bookingId: Scalars['ID']['input'];
  from: Scalars['ID']['input'];
  movedBy?: InputMaybe<Scalars['ID']['input']>;
  to: Scalars['ID']['input'];
  walkedTo?: InputMaybe<Scalars['ID']['input']>;
};

export type OverbookingResolution = {
  /** Who accepted it, and how many units beyond the allowance. */
  acceptedBy?: Maybe<Scalars['ID']['output']>;
  by: OverbookingResolvedBy;
  units?: Maybe<Scalars['Int']['output']>;
};

export type OverbookingResolutionInput = {
  acceptedBy?: InputMaybe<Scalars['ID']['input']>;
  by: OverbookingResolvedBy;
  units?: InputMaybe<Scalars['Int']['input']>;
};

export type OverbookingResolvedBy =
  /** Staff live with it. */
  | 'ACCEPTANCE'
  /** Units came back: stock was raised, or a booking cancelled. */
  | 'ITSELF'
  /** The night passed as it was. */
  | 'LAPSE'
  /** Stays were moved, or walked to a sister property. */
  | 'MOVES';

export type OverbookingStatus =
  /** Found: the service looks for other rooms. */
  | 'DETECTED'
  /** Nothing was left that the service could do: staff were told. */
  | 'ESCALATED'
  | 'RESOLVED';

/** A table, topic, cache or database. */
export type PartHealth = {
  /** Of the probe. */
  latencyMs: Scalars['Int']['output'];
  /** What is wrong, or nothing. */
  message?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  status: HealthStatus;
};

/** What a booking's guest pays in advance. */
export type Payment = {
  amount: Money;
  capturedAt?: Maybe<Scalars['AWSDateTime']['output']>;
  /** In startPayment's answer only: whoever has it may pay. */
  clientSecret?: Maybe<Scalars['String']['output']>;
  /** Until when the guest may pay. */
  expiresAt?: Maybe<Scalars['AWSDateTime']['output']>;
  provider: PaymentProvider;
  /** Why it failed or was given back, for people. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The provider's own id. Null where there is no provider. */
  reference?: Maybe<Scalars['ID']['output']>;
  /** What was given back so far. */
  refundedAmount?: Maybe<Money>;
  status: PaymentStatus;
};

/** Fields as those of Payment. */
export type PaymentChangeInput = {
  amount: MoneyInput;
  capturedAt?: InputMaybe<Scalars['AWSDateTime']['input']>;
  expiresAt?: InputMaybe<Scalars['AWSDateTime']['input']>;
  provider: PaymentProvider;
  reason?: InputMaybe<Scalars['String']['input']>;
  reference?: InputMaybe<Scalars['ID']['input']>;
  refundedAmount?: InputMaybe<MoneyInput>;
  status: PaymentStatus;
};

export type PaymentProvider =
  /** Guests pay at the property. */
  | 'NONE'
  | 'STRIPE';

export type PaymentStatus =
  /** The guest's bank has promised the amount; it is taken once the booking is confirmed. */
  | 'AUTHORIZED'
  /** Nothing was taken, and nothing will be. */
  | 'CANCELLED'
  /** The amount was taken. */
  | 'CAPTURED'
  /** The last try failed. While the hold lasts startPayment gives another. */
  | 'FAILED'
  /** The guest has not paid yet. */
  | 'PENDING'
  /** Of what was taken `refundedAmount` was given back. */
  | 'REFUNDED';

export type PmsCircuit =
  /** Calls go through. */
  | 'CLOSED'
  /** One booking is being tried. */
  | 'HALF_OPEN'
  /** The PMS failed too often: nothing is sent until `retryAt`, and nothing is lost. */
  | 'OPEN';

export type PmsInput = {
  /** Where messages go: https and a public host's name. Not for NONE, else required. */
  endpoint?: InputMaybe<Scalars['AWSURL']['input']>;
  kind: PmsKind;
  /**
   * Name below keyrack/pms/ of the secret in Secrets Manager: the webhooks' signing key (`whsec_...`), or `user:password` of
   * OpenTravel. Not for NONE, else required.
   */
  secretName?: InputMaybe<Scalars['String']['input']>;
};

export type PmsKind =
  | 'NONE'
  /** OTA_HotelResNotifRQ of the OpenTravel Alliance, as XML. */
  | 'OPENTRAVEL'
  /** Signed JSON webhooks (Standard Webhooks). */
  | 'WEBHOOK';

export type PmsSync = {
  circuit: PmsCircuit;
  /** Failed calls in a row while the circuit is closed. */
  failures: Scalars['Int']['output'];
  kind: PmsKind;
  /** To within ten seconds. */
  lastDeliveredAt?: Maybe<Scalars['AWSDateTime']['output']>;
  /** Without the PMS's own words, which may name guests. */
  lastError?: Maybe<Scalars['String']['output']>;
  openedAt?: Maybe<Scalars['AWSDateTime']['output']>;
  /** Since when bookings wait that the PMS did not take. Null: none. */
  owesSince?: Maybe<Scalars['AWSDateTime']['output']>;
  /** Bookings that wait. 1,000 stands for more, too. */
  pending: Scalars['Int']['output'];
  propertyId: Scalars['ID']['output'];
  /** Bookings whose newest version the PMS will not take. 1,000 stands for more, too. */
  refused: Scalars['Int']['output'];
  /** When the PMS is called again. */
  retryAt?: Maybe<Scalars['AWSDateTime']['output']>;
  updatedAt?: Maybe<Scalars['AWSDateTime']['output']>;
};

export type PmsSyncConnection = {
  items: Array<PmsSync>;
  nextToken?: Maybe<Scalars['String']['output']>;
};

export type Property = {
  bookingPolicy: BookingPolicy;
  city: Scalars['String']['output'];
  /** ISO 3166-1 alpha-2. */
  country: Scalars['String']['output'];
  /** ISO 4217. */
  currency: Scalars['String']['output'];
  /** Sister properties share one group. */
  groupId?: Maybe<Scalars['ID']['output']>;
  /** The AWS Region that takes this property's writes. */
  homeRegion: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  location?: Maybe<Location>;
  name: Scalars['String']['output'];
  /** Where bookings are told. Null for whoever does not act for the property. */
  pms?: Maybe<PropertyPms>;
  roomTypes: Array<RoomType>;
  /** IANA name; every date of the property is a calendar date there. */
  timeZone: Scalars['String']['output'];
  updatedAt: Scalars['AWSDateTime']['output'];
  version: Scalars['Int']['output'];
};

export type PropertyConnection = {
  items: Array<Property>;
  nextToken?: Maybe<Scalars['String']['output']>;
};

/** A property's PMS, without its secret. */
export type PropertyPms = {
  endpoint?: Maybe<Scalars['AWSURL']['output']>;
  kind: PmsKind;
};

export type PutPropertyInput = {
  /** Left out: its defaults. */
  bookingPolicy?: InputMaybe<BookingPolicyInput>;
  city: Scalars['String']['input'];
  country: Scalars['String']['input'];
  currency: Scalars['String']['input'];
  groupId?: InputMaybe<Scalars['ID']['input']>;
  /** Default: the Region that receives the request. */
  homeRegion?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  location?: InputMaybe<LocationInput>;
  name: Scalars['String']['input'];
  /** How the property's PMS is told of bookings. Left out: not at all. */
  pms?: InputMaybe<PmsInput>;
  timeZone: Scalars['String']['input'];
};

export type PutRoomTypeInput = {
  adults: Scalars['Int']['input'];
  children?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  name: Scalars['String']['input'];
  oversellAllowance?: InputMaybe<Scalars['Int']['input']>;
  propertyId: Scalars['ID']['input'];
  rank: Scalars['Int']['input'];
};

export type Query = {
  /**
   * What became of a booking: every version of it, oldest first, at most 1,000. A version appears moments after it was
   * written. Empty where there is no such booking, or it is another property's.
   */
  auditTrail: Array<AuditEntry>;
  /**
   * What a stay could book: for each room type (or the one named) the units free for the whole stay, each night's
   * availability and rate, the total price for `units`, and the reason where it cannot be booked.
   */
  availability: Availability;
  /** A booking the caller may see. Null when there is none, or it is somebody else's. */
  booking?: Maybe<Booking>;
  /** A group of bookings that the caller may see. Null when there is none, or it is somebody else's. */
  bookingGroup?: Maybe<BookingGroup>;
  /** The operations grid of a property's room types from `from` to `to` (exclusive), at most 92 nights. */
  calendar: Array<RoomTypeCalendar>;
  /** Every queue of dead letters: what a consumer could not do lies there for 14 days. */
  deadLetterQueues: Array<DeadLetterQueue>;
  /**
   * Dead letters of one queue, at most `limit` (1 to 100). Reading hides them from others while the answer is made, for
   * 30 seconds at most, and counts as a receipt. Of a message group of a FIFO queue the first ten are shown.
   */
  deadLetters: Array<DeadLetter>;
  /** The bookings of one guest, for operators. */
  guestBookings: BookingConnection;
  /**
   * How the service is: its parts, what waits between them, what was given up. A part that does not answer is a state,
   * no error.
   */
  health: Health;
  /** The caller's own bookings by arrival, soonest first. A page may hold fewer than `limit` where `status` filters. */
  myBookings: BookingConnection;
  /** The caller's own stays that wait or waited, by arrival, soonest first. A page may hold fewer than `limit`. */
  myWaitlist: WaitlistConnection;
  /**
   * Nights of which more is sold than exists, beyond what the room type may oversell: those of a property by date, for its
   * staff; without `propertyId` those of all properties by status and the time they were found, for operators. A page may
   * hold fewer than `limit` where `status` filters. `limit` 1 to 100, default 20.
   */
  overbookings: OverbookingConnection;
  /** How a property's PMS follows its bookings. */
  pmsSync: PmsSync;
  /** The properties whose PMS was told of a booking so far, those with one circuit where it is given. `limit` 1 to 100, default 20. */
  pmsSyncs: PmsSyncConnection;
  /** Properties, by city where one is named (letter case ignored). `limit` 1 to 100, default 20. */
  properties: PropertyConnection;
  /** One property. Null when there is none with this id. */
  property?: Maybe<Property>;
  /** A property's bookings by arrival. A page may hold fewer than `limit` where `status` or `guestName` filters. */
  propertyBookings: BookingConnection;
  /** Nights of which stock and bookings told different things, last seen first. `limit` 1 to 100, default 20. */
  reconciliationConflicts: Array<ReconciliationConflict>;
  /** The checks of pages, cache, audit history and PMSs against one another, newest first. `limit` 1 to 100, default 20. */
  reconciliationRuns: Array<ReconciliationRun>;
  /**
   * Properties that can sell the stay to the party: those of `propertyIds`, or those around a place. By the rules of
   * `bookRoom` and `availability`; what cannot be booked, and ids that are not known, are left out.
   */
  searchAvailability: SearchConnection;
  /** Who waits for a room type, in the order in which they are offered what comes free. */
  waitlist: WaitlistConnection;
};


export type QueryAuditTrailArgs = {
  bookingId: Scalars['ID']['input'];
};


export type QueryAvailabilityArgs = {
  arrival: Scalars['AWSDate']['input'];
  departure: Scalars['AWSDate']['input'];
  propertyId: Scalars['ID']['input'];
  roomTypeId?: InputMaybe<Scalars['ID']['input']>;
  units?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryBookingArgs = {
  id: Scalars['ID']['input'];
};


export type QueryBookingGroupArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCalendarArgs = {
  from: Scalars['AWSDate']['input'];
  propertyId: Scalars['ID']['input'];
  to: Scalars['AWSDate']['input'];
};


export type QueryDeadLettersArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  queue: Scalars['String']['input'];
};


export type QueryGuestBookingsArgs = {
  guestId: Scalars['ID']['input'];
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
};


export type QueryMyBookingsArgs = {
  arrivalFrom?: InputMaybe<Scalars['AWSDate']['input']>;
  arrivalTo?: InputMaybe<Scalars['AWSDate']['input']>;
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<BookingStatus>;
};


export type QueryMyWaitlistArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOverbookingsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
  propertyId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<OverbookingStatus>;
};


export type QueryPmsSyncArgs = {
  propertyId: Scalars['ID']['input'];
};


export type QueryPmsSyncsArgs = {
  circuit?: InputMaybe<PmsCircuit>;
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPropertiesArgs = {
  city?: InputMaybe<Scalars['String']['input']>;
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPropertyArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPropertyBookingsArgs = {
  arrivalFrom?: InputMaybe<Scalars['AWSDate']['input']>;
  arrivalTo?: InputMaybe<Scalars['AWSDate']['input']>;
  guestName?: InputMaybe<Scalars['String']['input']>;
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
  propertyId: Scalars['ID']['input'];
  reference?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<BookingStatus>;
};


export type QueryReconciliationConflictsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryReconciliationRunsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySearchAvailabilityArgs = {
  input: SearchAvailabilityInput;
};


export type QueryWaitlistArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
  propertyId: Scalars['ID']['input'];
  roomTypeId: Scalars['ID']['input'];
};

/** Nights of one room type's month of which stock and bookings tell different things. */
export type ReconciliationConflict = {
  /** True where stock was lowered to what bookings prove. Units that no booking was found for are left to people. */
  corrected: Scalars['Boolean']['output'];
  foundAt: Scalars['AWSDateTime']['output'];
  nights: Array<ConflictNight>;
  /** Of the calendar page that it was found on. */
  pageVersion: Scalars['Int']['output'];
  propertyId: Scalars['ID']['output'];
  roomTypeId: Scalars['ID']['output'];
  /** The run that saw it last. */
  runId: Scalars['ID']['output'];
  seenAt: Scalars['AWSDateTime']['output'];
};

export type ReconciliationRun = {
  /** Versions of bookings that the audit history lacked and has now. */
  auditRefilled: Scalars['Int']['output'];
  /** Bookings held against the audit history and their PMS. */
  bookingsChecked: Scalars['Int']['output'];
  /** Cached pages put right. */
  cacheHealed: Scalars['Int']['output'];
  /** Nights of which stock and bookings told different things. */
  conflicts: Scalars['Int']['output'];
  /** Null while it runs. */
  durationMs?: Maybe<Scalars['Int']['output']>;
  /** One line for each segment and part of the check that failed. */
  errors: Array<Scalars['String']['output']>;
  finishedAt?: Maybe<Scalars['AWSDateTime']['output']>;
  /** Holds and requests that had run out and that nobody had ended. */
  holdsSwept: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  /** Nights whose sold and held units were counted anew from bookings. */
  nightsRecomputed: Scalars['Int']['output'];
  /** Calendar pages held against the cache: all there are. */
  pagesChecked: Scalars['Int']['output'];
  /** Bookings sent to their PMS again. */
  pmsRepushed: Scalars['Int']['output'];
  /** Bookings in line for too long, whose line was served again. */
  queueWoken: Scalars['Int']['output'];
  /** Parts of the calendar that were looked at side by side. 0 until they are planned. */
  segments: Scalars['Int']['output'];
  segmentsFailed: Scalars['Int']['output'];
  startedAt: Scalars['AWSDateTime']['output'];
  status: ReconciliationStatus;
  /** Stays on the waiting list that could be had and had not been offered, or that nobody can wait for any more. */
  waitlistServed: Scalars['Int']['output'];
};

export type ReconciliationStatus =
  | 'FAILED'
  /** A segment, or a part of the check, failed: `errors` says which; the others were done. */
  | 'PARTIAL'
  | 'RUNNING'
  | 'SUCCEEDED';

export type ResolveOverbookingInput = {
  action: OverbookingAction;
  bookingId?: InputMaybe<Scalars['ID']['input']>;
  /** Of the overbooking. */
  id: Scalars['ID']['input'];
  propertyId?: InputMaybe<Scalars['ID']['input']>;
  roomTypeId?: InputMaybe<Scalars['ID']['input']>;
};

export type RoomType = {
  /** Adults one unit takes. */
  adults: Scalars['Int']['output'];
  /** Children one unit takes beside its adults. */
  children: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Units that may be sold below zero availability. */
  oversellAllowance: Scalars['Int']['output'];
  property?: Maybe<Property>;
  propertyId: Scalars['ID']['output'];
  /** Order for upgrades: a higher rank is a better room. */
  rank: Scalars['Int']['output'];
  updatedAt: Scalars['AWSDateTime']['output'];
  version: Scalars['Int']['output'];
};

export type RoomTypeAvailability = {
  /** Units free on every night of the stay, never below 0. */
  available: Scalars['Int']['output'];
  bookable: Scalars['Boolean']['output'];
  /** The reason in words. */
  message?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  nights: Array<NightAvailability>;
  /** Where not bookable: the errorType that bookRoom would answer with, such as SoldOut. */
  reason?: Maybe<Scalars['String']['output']>;
  roomTypeId: Scalars['ID']['output'];
  /** For all units and nights. Null where a night has no rate. */
  totalPrice?: Maybe<Money>;
};

export type RoomTypeCalendar = {
  nights: Array<CalendarNight>;
  propertyId: Scalars['ID']['output'];
  roomTypeId: Scalars['ID']['output'];
};

export type RoomTypeCalendarInput = {
  nights: Array<CalendarNightInput>;
  propertyId: Scalars['ID']['input'];
  roomTypeId: Scalars['ID']['input'];
};

/** Either `propertyIds` or `near`. */
export type SearchAvailabilityInput = {
  /** In one unit. */
  adults?: InputMaybe<Scalars['Int']['input']>;
  arrival: Scalars['AWSDate']['input'];
  /** In one unit. */
  children?: InputMaybe<Scalars['Int']['input']>;
  /** Exclusive. */
  departure: Scalars['AWSDate']['input'];
  /** 1 to 100, default 20. */
  limit?: InputMaybe<Scalars['Int']['input']>;
  near?: InputMaybe<NearInput>;
  /** Of a page of the same search. */
  nextToken?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 1,000. */
  propertyIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Default: DISTANCE around a place, else PRICE. */
  sort?: InputMaybe<SearchSort>;
  /** 1 to 50. */
  units?: InputMaybe<Scalars['Int']['input']>;
};

export type SearchConnection = {
  items: Array<SearchResult>;
  nextToken?: Maybe<Scalars['String']['output']>;
  /** Known properties that were looked at. */
  searched: Scalars['Int']['output'];
  source: SearchSource;
  /** Properties that can sell the stay, on all pages. */
  total: Scalars['Int']['output'];
};

/** A property that can sell the stay. */
export type SearchResult = {
  /** Of the cheapest room type: for all units and nights. */
  cheapestTotal: Money;
  city: Scalars['String']['output'];
  country: Scalars['String']['output'];
  /** From the place that was searched around. Null where ids were given. */
  distanceKm?: Maybe<Scalars['Float']['output']>;
  location?: Maybe<Location>;
  name: Scalars['String']['output'];
  propertyId: Scalars['ID']['output'];
  /** Those that take the party and can be booked, the cheapest first. */
  roomTypes: Array<SearchRoomType>;
};

export type SearchRoomType = {
  /** Units free on every night of the stay, never below 0: below `units` where the property lets more be sold than it has. */
  available: Scalars['Int']['output'];
  name: Scalars['String']['output'];
  /** Order for upgrades: a higher rank is a better room. */
  rank: Scalars['Int']['output'];
  roomTypeId: Scalars['ID']['output'];
  /** For all units and nights. */
  totalPrice: Money;
};

export type SearchSort =
  /** The nearest first; only around a place. */
  | 'DISTANCE'
  /** The lowest price of the stay first. Prices of different currencies are not compared: those of one stand together. */
  | 'PRICE';

export type SearchSource =
  | 'CACHE'
  /** The cache did not answer, or not all of it: the same answer from the tables, but slower. */
  | 'DATABASE';

export type SetInventoryInput = {
  closed?: InputMaybe<Scalars['Boolean']['input']>;
  closedToArrival?: InputMaybe<Scalars['Boolean']['input']>;
  closedToDeparture?: InputMaybe<Scalars['Boolean']['input']>;
  from: Scalars['AWSDate']['input'];
  /** Nights, 1 to 90. */
  minStay?: InputMaybe<Scalars['Int']['input']>;
  propertyId: Scalars['ID']['input'];
  /** Minor units for one unit and night. */
  rate?: InputMaybe<Scalars['Int']['input']>;
  roomTypeId: Scalars['ID']['input'];
  /** A number that rises with every message of the sending system. */
  sourceVersion?: InputMaybe<Scalars['Int']['input']>;
  to: Scalars['AWSDate']['input'];
  /** Units that exist, 0 to 10,000. */
  total?: InputMaybe<Scalars['Int']['input']>;
  weekdays?: InputMaybe<Array<Weekday>>;
};

export type SisterProposal = {
  bookingId: Scalars['ID']['output'];
  /** As the crow flies. Null where a place is unknown. */
  distanceKm?: Maybe<Scalars['Float']['output']>;
  /** What the sister sells the stay for: the property's cost, not the guest's. */
  price: Money;
  propertyId: Scalars['ID']['output'];
  roomTypeId: Scalars['ID']['output'];
};

export type SisterProposalInput = {
  bookingId: Scalars['ID']['input'];
  distanceKm?: InputMaybe<Scalars['Float']['input']>;
  price: MoneyInput;
  propertyId: Scalars['ID']['input'];
  roomTypeId: Scalars['ID']['input'];
};

export type Subscription = {
  /** Nights of the property whose stock, rate or restrictions changed. */
  onAvailabilityChanged?: Maybe<RoomTypeCalendar>;
  /** Every change of a booking of the property. */
  onBookingChanged?: Maybe<Booking>;
  /** Every change of a booking of the caller's own. */
  onMyBookingChanged?: Maybe<Booking>;
  /** Every change of an overbooking of the property; without `propertyId`, for operators, of all properties. */
  onOverbooking?: Maybe<Overbooking>;
};


export type SubscriptionOnAvailabilityChangedArgs = {
  propertyId: Scalars['ID']['input'];
};


export type SubscriptionOnBookingChangedArgs = {
  propertyId: Scalars['ID']['input'];
};


export type SubscriptionOnOverbookingArgs = {
  propertyId?: InputMaybe<Scalars['ID']['input']>;
};

export type WaitlistConnection = {
  items: Array<WaitlistEntry>;
  nextToken?: Maybe<Scalars['String']['output']>;
};

/** A stay that somebody waits or waited for. */
export type WaitlistEntry = {
  arrival: Scalars['AWSDate']['output'];
  /** Once it has been offered. */
  bookingId?: Maybe<Scalars['ID']['output']>;
  departure: Scalars['AWSDate']['output'];
  /** Of the entry, and of the booking that is offered. */
  id: Scalars['ID']['output'];
  joinedAt: Scalars['AWSDateTime']['output'];
  /** While it waits: 1 and whoever joined before for some of the same nights. Not all of them want all of these. */
  position?: Maybe<Scalars['Int']['output']>;
  propertyId: Scalars['ID']['output'];
  /** Of an ended one: what its booking came to. RELEASED where the guest left, or gave the offer up; EXPIRED where the day of arrival passed, or the offer ran out. */
  reason?: Maybe<BookingStatus>;
  roomTypeId: Scalars['ID']['output'];
  status: WaitlistStatus;
  units: Scalars['Int']['output'];
};

export type WaitlistStatus =
  /** `reason` tells how. */
  | 'ENDED'
  /** Held for the guest, who confirms or releases it: `bookingId`. */
  | 'OFFERED'
  | 'WAITING';

export type Weekday =
  | 'FRIDAY'
  | 'MONDAY'
  | 'SATURDAY'
  | 'SUNDAY'
  | 'THURSDAY'
  | 'TUESDAY'
  | 'WEDNESDAY';

export type WorkSource =
  | 'QUEUE'
  | 'STREAM';
