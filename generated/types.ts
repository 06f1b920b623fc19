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

export type Availability = {
  arrival: Scalars['AWSDate']['output'];
  /** Exclusive: the day of leaving is no night of the stay. */
  departure: Scalars['AWSDate']['output'];
  propertyId: Scalars['ID']['output'];
  roomTypes: Array<RoomTypeAvailability>;
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
  cancelledAt?: Maybe<Scalars['AWSDateTime']['output']>;
  children: Scalars['Int']['output'];
  createdAt: Scalars['AWSDateTime']['output'];
  departure: Scalars['AWSDate']['output'];
  guest?: Maybe<Guest>;
  /** Whose booking it is. Null while staff booked for somebody who has no account. */
  guestId?: Maybe<Scalars['ID']['output']>;
  id: Scalars['ID']['output'];
  /** Minor units for one unit, night by night. */
  nightlyRates: Array<Scalars['Int']['output']>;
  nights: Scalars['Int']['output'];
  property?: Maybe<Property>;
  propertyId: Scalars['ID']['output'];
  /** The room type that was booked, where the guest was moved to another one. */
  reassignedFrom?: Maybe<Scalars['ID']['output']>;
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
  cancelledAt?: InputMaybe<Scalars['AWSDateTime']['input']>;
  children: Scalars['Int']['input'];
  createdAt: Scalars['AWSDateTime']['input'];
  departure: Scalars['AWSDate']['input'];
  guest: GuestInput;
  guestId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
  nightlyRates: Array<Scalars['Int']['input']>;
  nights: Scalars['Int']['input'];
  propertyId: Scalars['ID']['input'];
  reassignedFrom?: InputMaybe<Scalars['ID']['input']>;
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

export type BookingRefusal = {
  message: Scalars['String']['output'];
  /** What bookRoom would have answered as errorType, such as SoldOut. */
  type: Scalars['String']['output'];
};

export type BookingRefusalInput = {
  message: Scalars['String']['input'];
  type: Scalars['String']['input'];
};

export type BookingStatus =
  | 'CANCELLED'
  | 'CONFIRMED'
  /** Many buy these nights at once: the booking waits in line and is soon CONFIRMED or REFUSED. */
  | 'QUEUED'
  | 'REFUSED';

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

export type Guest = {
  email: Scalars['AWSEmail']['output'];
  name: Scalars['String']['output'];
  phone?: Maybe<Scalars['AWSPhone']['output']>;
};

export type GuestInput = {
  email: Scalars['AWSEmail']['input'];
  name: Scalars['String']['input'];
  phone?: InputMaybe<Scalars['AWSPhone']['input']>;
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
  /**
   * Books a stay: every night of it for `units`, or nothing. Send a `bookingId` of your own and repeat the same request
   * with it after any failure: it books once.
   */
  bookRoom: Booking;
  /** Cancels a booking: gives back each night of a confirmed one, once; takes one that waits out of the line. */
  cancelBooking: Booking;
  /** For functions: tells subscribers of changed nights. */
  publishAvailabilityChange: RoomTypeCalendar;
  /** For functions: tells subscribers of a booking. Select every field that subscribers may want. */
  publishBookingChange: Booking;
  /** Creates or replaces a property. Currency, time zone and home Region are fixed once it exists. */
  putProperty: Property;
  /** Creates or replaces a room type of a property. */
  putRoomType: RoomType;
  /**
   * Sets stock, rate and restrictions of one room type from `from` to `to` (exclusive), on all nights or only on the
   * named weekdays. Only the given fields change. Safe to repeat; a `sourceVersion` older than one already applied to
   * a night and field is ignored there. A total below what is sold makes availability negative.
   */
  setInventory: Array<RoomTypeCalendar>;
};


export type MutationBookRoomArgs = {
  input: BookRoomInput;
};


export type MutationCancelBookingArgs = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationPublishAvailabilityChangeArgs = {
  input: RoomTypeCalendarInput;
};


export type MutationPublishBookingChangeArgs = {
  input: BookingChangeInput;
};


export type MutationPutPropertyArgs = {
  input: PutPropertyInput;
};


export type MutationPutRoomTypeArgs = {
  input: PutRoomTypeInput;
};


export type MutationSetInventoryArgs = {
  input: SetInventoryInput;
};

export type NightAvailability = {
  available: Scalars['Int']['output'];
  date: Scalars['AWSDate']['output'];
  /** Minor units for one unit. Null where no rate is loaded. */
  rate?: Maybe<Scalars['Int']['output']>;
};

export type PmsInput = {
  /** Where messages go: https, no private address. */
  endpoint?: InputMaybe<Scalars['AWSURL']['input']>;
  kind: PmsKind;
  /** Name below keyrack/pms/ of the secret in Secrets Manager: the webhooks' signing key, or `user:password` of OpenTravel. */
  secretName?: InputMaybe<Scalars['String']['input']>;
};

export type PmsKind =
  | 'NONE'
  /** OTA_HotelResNotifRQ of the OpenTravel Alliance, as XML. */
  | 'OPENTRAVEL'
  /** Signed JSON webhooks (Standard Webhooks). */
  | 'WEBHOOK';

export type Property = {
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

export type PutPropertyInput = {
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
   * What a stay could book: for each room type (or the one named) the units free for the whole stay, each night's
   * availability and rate, the total price for `units`, and the reason where it cannot be booked.
   */
  availability: Availability;
  /** A booking the caller may see. Null when there is none, or it is somebody else's. */
  booking?: Maybe<Booking>;
  /** The operations grid of a property's room types from `from` to `to` (exclusive), at most 92 nights. */
  calendar: Array<RoomTypeCalendar>;
  /** The bookings of one guest, for operators. */
  guestBookings: BookingConnection;
  /** The caller's own bookings by arrival, soonest first. A page may hold fewer than `limit` where `status` filters. */
  myBookings: BookingConnection;
  /** Properties, by city where one is named (letter case ignored). `limit` 1 to 100, default 20. */
  properties: PropertyConnection;
  /** One property. Null when there is none with this id. */
  property?: Maybe<Property>;
  /** A property's bookings by arrival. A page may hold fewer than `limit` where `status` filters. */
  propertyBookings: BookingConnection;
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


export type QueryCalendarArgs = {
  from: Scalars['AWSDate']['input'];
  propertyId: Scalars['ID']['input'];
  to: Scalars['AWSDate']['input'];
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
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
  propertyId: Scalars['ID']['input'];
  status?: InputMaybe<BookingStatus>;
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

export type Subscription = {
  /** Nights of the property whose stock, rate or restrictions changed. */
  onAvailabilityChanged?: Maybe<RoomTypeCalendar>;
  /** Every change of a booking of the property. */
  onBookingChanged?: Maybe<Booking>;
  /** Every change of a booking of the caller's own. */
  onMyBookingChanged?: Maybe<Booking>;
};


export type SubscriptionOnAvailabilityChangedArgs = {
  propertyId: Scalars['ID']['input'];
};


export type SubscriptionOnBookingChangedArgs = {
  propertyId: Scalars['ID']['input'];
};

export type Weekday =
  | 'FRIDAY'
  | 'MONDAY'
  | 'SATURDAY'
  | 'SUNDAY'
  | 'THURSDAY'
  | 'TUESDAY'
  | 'WEDNESDAY';
