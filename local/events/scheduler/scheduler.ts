import type { DatabaseSync } from 'node:sqlite';
import { AwsServiceError } from '../../appsync/definition.ts';
import type { Clock } from '../clock.ts';
import { inTransaction } from '../database.ts';
import type { DeliveryQueue } from '../delivery/deliveryQueue.ts';
import { ScheduleError } from '../schedule/scheduleError.ts';
import { checkSchedule } from './checkSchedule.ts';
import { firstTime, followingTime } from './occurrences.ts';
import { deliveryOf } from './payload.ts';
import type { ScheduleBody } from './scheduleShape.ts';
import { createScheduleStore, type StoredSchedule } from './scheduleStore.ts';

/** EventBridge Scheduler: its schedules and when they are due. Methods that name one throw ResourceNotFoundException. */
export type Scheduler = {
  arnOf(group: string, name: string): string;
  /** @throws {AwsServiceError} ConflictException, ValidationException, ResourceNotFoundException for an unknown group */
  create(body: ScheduleBody, clientToken: string | null): void;
  update(body: ScheduleBody): void;
  remove(group: string, name: string): void;
  get(group: string, name: string): StoredSchedule;
  list(): StoredSchedule[];
  start(): void;
  stop(): void;
};

export type SchedulerOptions = {
  database: DatabaseSync;
  clock: Clock;
  queue: Pick<DeliveryQueue, 'push'>;
  place: { accountId: string; region: string };
  /** Besides `default`. */
  groups: readonly string[];
  /** The template's; those of an earlier run that it has no more are forgotten. */
  declared: readonly ScheduleBody[];
  trusts(roleArn: string, service: string): boolean;
};

const BATCH = 100;

/** @throws {ScheduleError} for a schedule of the template that cannot work */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { database, clock, queue, place, trusts } = options;
  const store = createScheduleStore(database);
  const groups = new Set(['default', ...options.groups]);
  let cancel = (): void => {};
  let running = false;

  const arnOf: Scheduler['arnOf'] = (group, name) =>
    `arn:aws:scheduler:${place.region}:${place.accountId}:schedule/${group}/${name}`;

  /** Sends what is due, late ones too, and waits for the next. */
  const tick = (): void => {
    cancel();
    if (!running) return;
    for (let due = store.due(clock.now(), BATCH); due.length > 0; due = store.due(clock.now(), BATCH)) {
      const now = clock.now();
      const deliveries = due.map(({ body, nextAt }) =>
        deliveryOf(body, arnOf(body.GroupName, body.Name), { due: nextAt ?? now, now }, place),
      );
      queue.push(deliveries, () => due.forEach((schedule) => moveOn(schedule, now)));
    }
    const next = store.nextDueAt();
    if (next !== null) cancel = clock.at(next, tick);
  };

  const moveOn = (schedule: StoredSchedule, now: number): void => {
    const { body, createdAt } = schedule;
    const nextAt = followingTime(body, now, createdAt);
    if (nextAt === null && body.ActionAfterCompletion === 'DELETE') store.remove(body.GroupName, body.Name);
    else store.put({ ...schedule, nextAt });
  };

  const check = (body: ScheduleBody): void => {
    if (!groups.has(body.GroupName)) throw notFound(`Schedule group ${body.GroupName}`);
    checkSchedule(body, clock.now(), trusts);
  };

  const save = (
    body: ScheduleBody,
    origin: StoredSchedule['origin'],
    clientToken: string | null,
    createdAt: number,
  ): void => {
    const now = clock.now();
    store.put({ body, origin, clientToken, createdAt, changedAt: now, nextAt: firstTime(body, now) });
  };

  const get: Scheduler['get'] = (group, name) => {
    const found = store.get(group, name);
    if (found === undefined) throw notFound(`Schedule ${name}`);
    return found;
  };

  const declare = (body: ScheduleBody): void => {
    const known = store.get(body.GroupName, body.Name);
    if (known?.origin === 'template' && JSON.stringify(known.body) === JSON.stringify(body)) return;
    try {
      check(body);
    } catch (error) {
      const why = (error as Error).message;
      throw new ScheduleError(`The schedule ${body.Name} cannot work: ${why}`, { cause: error });
    }
    save(body, 'template', null, clock.now());
  };

  inTransaction(database, () => {
    const kept = new Set(options.declared.map(({ GroupName, Name }) => `${GroupName}/${Name}`));
    for (const { origin, body } of store.list())
      if (origin === 'template' && !kept.has(`${body.GroupName}/${body.Name}`)) store.remove(body.GroupName, body.Name);
    options.declared.forEach(declare);
  });

  return {
    arnOf,
    get,
    list: store.list,
    create: (body, clientToken) => {
      const known = store.get(body.GroupName, body.Name);
      // The SDK sends one token for all tries of a call.
      if (known !== undefined && clientToken !== null && known.clientToken === clientToken) return;
      if (known !== undefined)
        throw new AwsServiceError('ConflictException', `Schedule ${body.Name} already exists.`, 409);
      check(body);
      save(body, 'call', clientToken, clock.now());
      tick();
    },
    update: (body) => {
      const { origin, clientToken, createdAt } = get(body.GroupName, body.Name);
      check(body);
      save(body, origin, clientToken, createdAt);
      tick();
    },
    remove: (group, name) => {
      get(group, name);
      store.remove(group, name);
    },
    start: () => {
      running = true;
      tick();
    },
    stop: () => {
      running = false;
      cancel();
    },
  };
}

const notFound = (what: string): AwsServiceError =>
  new AwsServiceError('ResourceNotFoundException', `${what} does not exist.`, 404);
