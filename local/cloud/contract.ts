/** A running local cloud, as `npm start`, tests, benchmarks and the replay see it. */

export type CloudOptions = {
  /** HTTP port of the GraphQL API; 0 takes a free one. */
  port: number;
  /** A folder whose data survives a restart; null keeps everything in memory. */
  dataFolder: string | null;
  /** Memory of DynamoDB Local in MiB; default 512. */
  dynamodbHeap?: number;
  /** What the GraphiQL page starts with, asked for each time it is opened; by default the visitors' API key and no query. */
  graphiql?(): { query: string; headers: Record<string, string> };
  log?(line: string): void;
};

export type UserSpec = {
  name: string;
  email: string;
  groups: ('guest' | 'staff' | 'pms' | 'operator')[];
  /** Becomes the claim `custom:property_ids`, joined by commas. */
  propertyIds?: string[];
};

export type Cloud = {
  region: string;
  graphqlUrl: string;
  realtimeUrl: string;
  graphiqlUrl: string;
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
  /** Resource types of the template that mean nothing on one machine, each with how many there are. */
  notRun: { type: string; count: number; why: string }[];
  /** A signed-in user with an ID token of the user pool. The same name is the same `sub`. */
  signIn(user: UserSpec): Promise<{ sub: string; idToken: string }>;
  faults: FaultInjector;
  stop(): Promise<void>;
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
