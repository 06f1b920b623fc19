import type { MariaDbEngine } from '../engines/mariadb.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { RedisEngine } from '../engines/redis.ts';

/** A running local cloud, as `npm start`, tests, benchmarks and the replay see it. */

export type CloudOptions = {
  /** HTTP port of the GraphQL API; 0 takes a free one. */
  port: number;
  /** A folder whose data survives a restart; null keeps everything in memory. */
  dataFolder: string | null;
  /** Memory of DynamoDB Local in MiB; default 512. */
  dynamodbHeap?: number;
  /**
   * Other values for variables that the templates set for functions, as an operator may change them in an account, e.g. a
   * shorter time for tests. They hold for every function that has the variable.
   */
  functionSettings?: Record<string, string>;
  /** What the GraphiQL page starts with, asked for each time it is opened; by default the visitors' API key and no query. */
  graphiql?(): { query: string; headers: Record<string, string> };
  log?(line: string): void;
};

export type UserSpec = {
  name: string;
  email: string;
  /** Default true, as of users who have confirmed their sign-up. */
  emailVerified?: boolean;
  groups: ('guest' | 'staff' | 'pms' | 'operator')[];
  /** Becomes the claim `custom:property_ids`, joined by commas. */
  propertyIds?: string[];
};

export type Cloud = {
  region: string;
  graphqlUrl: string;
  realtimeUrl: string;
  graphiqlUrl: string;
  /** The page of the mails that guests were sent. */
  mailboxUrl: string;
  /** Through which every AWS call goes, with the fault injector in it. */
  endpointUrl: string;
  /** Amazon's engine itself, past the fault injector: for audits and benchmarks. */
  dynamodbUrl: string;
  /** The API key of unsigned visitors. */
  apiKey: string;
  /** The outputs of the synthesized stacks, by output key. */
  outputs: Record<string, string>;
  /** Physical table names by the logical part of the construct id: Inventory, Bookings, Catalog. */
  tables: Record<string, string>;
  /** Names of functions by the construct's id: BookingEvents. */
  functions: Record<string, string>;
  /** Resource types of the template that mean nothing on one machine, each with how many there are. */
  notRun: { type: string; count: number; why: string }[];
  /** Behind ElastiCache and RDS, to be looked into, killed and restarted; null where the template has none, or it is off. */
  engines: { redis: RedisEngine | null; mariadb: MariaDbEngine | null };
  /** Engines that the template asks for and this machine does not have. */
  off: EngineOff[];
  /** A signed-in user with an ID token of the user pool. The same name is the same `sub`. */
  signIn(user: UserSpec): Promise<{ sub: string; idToken: string }>;
  faults: FaultInjector;
  resolverClock: ResolverClock;
  /** What functions have measured: by EMF lines that they print, and by `PutMetricData`. */
  metrics: Metrics;
  /**
   * Resolves when all streams, queues, asynchronous invocations and state machine executions are at rest at the same time.
   * @param options.timeoutMs default 60,000
   * @throws {Error} after the time-out, naming what still works
   */
  drained(options?: { timeoutMs?: number }): Promise<void>;
  /** How far each event source mapping is behind, as it is known without looking. */
  lags(): Lag[];
  stop(): Promise<void>;
};

/** One event source mapping. */
export type Lag = {
  /** Its UUID. */
  mapping: string;
  /** ARN. */
  function: string;
  /** ARN of the stream or queue. */
  source: string;
  /** Records or messages read and not done. */
  pending: number;
  /** For how long the oldest of them has waited; 0 when there are none. */
  oldestMs: number;
};

/**
 * An engine that is missing. Its functions fail when they need it; no stream or queue is read for them.
 * @property what e.g. `Redis`
 * @property why one line, with what to install
 * @property functions ARNs of those that are told where it is
 */
export type EngineOff = { what: string; why: string; functions: string[] };

/** The time that resolvers are told: for replays, and tests of days to come. All else keeps the machine's time. */
export type ResolverClock = {
  /**
   * From the next handler on `util.time` and the ids that resolvers make go by `now`; by the machine's clock again with null.
   * @param now epoch milliseconds, asked at each use
   */
  set(now: (() => number) | null): void;
};

/** Off until asked for. */
export type FaultInjector = {
  /** Replaces the plan. Rates lie between 0 and 1; `seed` makes the run of faults repeatable. */
  set(plan: FaultPlan): void;
  clear(): void;
  /** How many faults of each kind were injected since `set`. */
  counts(): Record<FaultKind, number>;
};

export type FaultKind = 'transactionConflict' | 'overlapConflict' | 'throttle' | 'timeoutBefore' | 'timeoutAfter';

export type FaultPlan = {
  seed: number;
  rules: FaultRule[];
  /**
   * As AWS does it: a transaction that overlaps another write in flight on an item is cancelled with TransactionConflict,
   * a single write that overlaps a transaction in flight fails with TransactionConflictException.
   * Every write stays in flight for at least `inFlightMs`.
   */
  overlap?: { inFlightMs: number };
};

/** @property operations DynamoDB operation names, e.g. `TransactWriteItems`. */
export type FaultRule = { kind: Exclude<FaultKind, 'overlapConflict'>; operations: string[]; rate: number };
