import type { LatencySummary } from '../client/latencies.ts';

/** How one booking is made. */
export type SaleMethod =
  /**
   * A conditional update of the stay's calendar page, in one transaction with the booking where there is one.
   * `reads`: after the read that `bookRoom` begins with.
   */
  | { kind: 'page'; demand: Demand; booking: boolean; reads: boolean }
  /** An item a night: read, compare, write on condition that its version is unchanged; with or without a booking. */
  | { kind: 'version'; demand: Demand; booking: boolean }
  /** `bookRoom` over HTTP. */
  | { kind: 'graphql'; demand: Demand };

/** Nights are drawn evenly between both, inclusive; arrivals over the whole of a page's month, or all on one day of it. */
export type Demand = { least: number; most: number; arrivals: 'spread' | 'same' };

/** `hasty`: three retries at once, as samples do. `patient`: eight, each after a random wait that grows. */
export type Patience = 'hasty' | 'patient';

export type Target = {
  region: string;
  /** Where DynamoDB is called. */
  dynamodbUrl: string;
  graphqlUrl: string;
  idToken: string;
  /** `nights` is the version check's own. */
  tables: { inventory: string; bookings: string; catalog: string; nights: string };
  propertyId: string;
};

/** What the load generator does for one figure: so many clients, each one booking after the other. */
export type Job = { method: SaleMethod; patience: Patience; target: Target; clients: number; seconds: number };

export type JobResult = {
  /** From the first attempt to the last answer. */
  seconds: number;
  sold: number;
  attempts: number;
  /** Attempts refused or aborted although units were left. */
  spurious: number;
  /** Bookings that were still not made after the last retry. */
  gaveUp: number;
  /** Bookings that stood in line. */
  queued: number;
  /** Bookings settled after one that was asked for more than a second later. */
  overtaken: number;
  /** Of the bookings made, with all their attempts, until they were settled. */
  latency: LatencySummary;
};
