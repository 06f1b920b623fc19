import type { DatabaseSync } from 'node:sqlite';
import { createJsonService } from '../endpoint/jsonService.ts';
import type { ServiceHandler } from '../endpoint/server/request.ts';
import type { BusDefinition, RuleDefinition } from './bus/definition.ts';
import { createEventBuses } from './bus/eventBuses.ts';
import { putEvents } from './bus/putEvents.ts';
import { type Clock, systemClock } from './clock.ts';
import { openEventsDatabase } from './database.ts';
import { bury } from './delivery/bury.ts';
import { createDeliveryQueue } from './delivery/deliveryQueue.ts';
import { send, type SendParts } from './delivery/send/send.ts';
import { createSchedulerHandler } from './scheduler/handler.ts';
import { createScheduler } from './scheduler/scheduler.ts';
import type { ScheduleBody } from './scheduler/scheduleShape.ts';

export type EventsOptions = Omit<SendParts, 'putEvent'> & {
  place: { accountId: string; region: string };
  /** Null keeps schedules and events on their way in memory. */
  dataFolder: string | null;
  buses: readonly BusDefinition[];
  rules: readonly RuleDefinition[];
  scheduleGroups: readonly string[];
  schedules: readonly ScheduleBody[];
  /** Whether a role lets a service assume it. */
  trusts(roleArn: string, service: string): boolean;
  log(line: string): void;
  clock?: Clock;
  /** Before another try, by the number of tries made; in ms. */
  retryDelayMs?(attempts: number): number;
};

/** EventBridge: buses, rules, schedules, and what they send. */
export type Events = {
  /** For the endpoint, by service name. */
  handlers: { events: ServiceHandler; scheduler: ServiceHandler };
  /** Messages on their way to a target. What a target then does with one is its own to count. */
  pending(): number;
  /** Begins with schedules, and with what an earlier run left undelivered. Everything it sends to must be running. */
  start(): void;
  stop(): Promise<void>;
};

/**
 * Nothing is sent before `start`.
 * @throws {RuleError | ScheduleError} for a rule or schedule of the template that cannot work
 */
export function createEvents(options: EventsOptions): Events {
  const database = openEventsDatabase(options.dataFolder);
  try {
    return eventsOn(database, options);
  } catch (error) {
    database.close();
    throw error;
  }
}

function eventsOn(database: DatabaseSync, options: EventsOptions): Events {
  const { place, principals, log, clock = systemClock } = options;
  const parts: SendParts = {
    ...options,
    putEvent: (busArn, { detail, ...contents }) =>
      void buses.put(busArn, { ...contents, detail: JSON.parse(detail) as unknown }),
  };
  const queue = createDeliveryQueue({
    database,
    clock,
    log,
    send: (delivery) => send(delivery, parts),
    bury: (delivery, failure) => bury(delivery, failure, options),
    ...(options.retryDelayMs === undefined ? {} : { delayMs: options.retryDelayMs }),
  });
  const busArn = (name: string): string => `arn:aws:events:${place.region}:${place.accountId}:event-bus/${name}`;
  const ownBus = { name: 'default', arn: busArn('default') };
  const buses = createEventBuses({ ...options, buses: [ownBus, ...options.buses], clock, queue });
  const scheduler = createScheduler({
    ...options,
    database,
    clock,
    queue,
    groups: options.scheduleGroups,
    declared: options.schedules,
  });

  return {
    handlers: {
      events: createJsonService({
        target: 'AWSEvents',
        version: '1.1',
        operations: { PutEvents: putEvents({ buses, principals, busArn }) },
      }),
      scheduler: createSchedulerHandler({ scheduler, principals }),
    },
    pending: queue.pending,
    start: () => {
      queue.start();
      buses.start();
      scheduler.start();
    },
    stop: async () => {
      buses.stop();
      scheduler.stop();
      await queue.stop();
      database.close();
    },
  };
}
