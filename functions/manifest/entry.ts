import type { TableName } from '../../core/portable/items/tables.ts';
import type { QueueName, TopicName } from './messaging.ts';

/** Starts a function with what was written to a table, in the order of each item's writes. Batches never wait to fill. */
export type StreamTrigger = {
  stream: TableName;
  batchSize: number;
  /** Batches under way at once for each shard; the writes of one item stay in order. */
  parallelization: number;
  /** Before a record goes to the dead letter queue. Batches are halved to find it. */
  retries: number;
  /** Event patterns, one of which a record must match, in the form of Lambda's filter criteria. */
  filters?: readonly Record<string, unknown>[];
};

/** Starts a function with messages of a queue, which reports those that failed. */
export type QueueTrigger = {
  queue: QueueName;
  batchSize: number;
  /** How long a batch may wait to fill; must be 0 for FIFO queues. */
  windowSeconds: number;
  /** Batches under way at once, 2 or more. */
  maxConcurrency?: number;
};

/** Starts a function every so many minutes. */
export type ScheduleTrigger = { everyMinutes: number };

export type FunctionEntry = {
  /** From the project's root. */
  handler: string;
  description: string;
  memoryMiB: number;
  timeoutSeconds: number;
  reservedConcurrency?: number;
  triggers?: readonly (StreamTrigger | QueueTrigger | ScheduleTrigger)[];
  /** Exactly the actions it needs on each table. */
  grants?: Partial<Record<TableName, readonly `dynamodb:${string}`[]>>;
  /** Indexes that it queries. */
  indexes?: Partial<Record<TableName, readonly string[]>>;
  /** Indexes that it scans. */
  scans?: Partial<Record<TableName, readonly string[]>>;
  /** Environment variable -> table whose name it carries. */
  tables?: Record<string, TableName>;
  /** Mutations of the API that it sends; the API's address is in GRAPHQL_URL. */
  publishes?: readonly string[];
  /** Environment variable -> queue that it sends to, whose URL it carries. */
  sends?: Record<string, QueueName>;
  /** Environment variable -> topic that it publishes to, whose ARN it carries. */
  announces?: Record<string, TopicName>;
  /** Puts events on the project's bus, whose name is in EVENT_BUS. */
  putsEvents?: true;
  /**
   * Makes, changes and deletes schedules in the group that is there for this queue, to which their messages go; what cannot
   * be sent there goes to its dead letters. SCHEDULE_GROUP, SCHEDULE_ROLE_ARN, SCHEDULE_TARGET_ARN and
   * SCHEDULE_DEAD_LETTERS_ARN say what a schedule needs.
   */
  schedules?: QueueName;
  /** Reaches the page cache: REDIS_HOST, REDIS_PORT and REDIS_SECRET_ARN, from inside the VPC. */
  cache?: true;
  /** Reaches the audit history: AURORA_HOST, AURORA_PORT, AURORA_DATABASE and AURORA_SECRET_ARN, from inside the VPC. */
  audit?: true;
  /**
   * Every deployment that changes it calls it once with what it then is, and fails where it fails; before that, no
   * function that shares the audit history with it is updated.
   */
  calledByDeployment?: true;
  /** Sends mail to guests: MAIL_FROM and MAIL_CONFIGURATION_SET. */
  mails?: true;
  /**
   * Has an address of its own on the internet, which the output `<Name>Url` tells. `public`: anybody may call it, so the
   * function itself must tell who it was.
   */
  url?: 'public';
  /** Reads secrets below these names. */
  secrets?: readonly string[];
  /**
   * Knows every queue, stream consumer and dead letter queue by WORK (functions/shared/work): to read, send back and throw
   * away dead letters, or only to see how they stand.
   */
  work?: 'redrive' | 'watch';
  /** More of its environment: plain settings. */
  settings?: Record<string, string>;
};
