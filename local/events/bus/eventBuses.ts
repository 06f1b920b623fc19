import { AwsServiceError } from '../../appsync/definition.ts';
import type { Clock } from '../clock.ts';
import type { DeliveryQueue } from '../delivery/deliveryQueue.ts';
import type { BusDefinition, RuleDefinition } from './definition.ts';
import { type BusEvent, createEvent, type EventContents } from './event.ts';
import { compileRule, type Rule } from './rule.ts';

/** The event buses and their rules. */
export type EventBuses = {
  /** The bus by its name or ARN; undefined when there is none. */
  find(nameOrArn: string): BusDefinition | undefined;
  /**
   * Gives an event to the rules of a bus; their messages are safe when this returns.
   * @returns the event's id
   * @throws {AwsServiceError} ResourceNotFoundException
   */
  put(bus: string, contents: Omit<EventContents, 'time'> & { time?: number }): string;
  /** Begins with the rules' schedules. */
  start(): void;
  stop(): void;
};

export type EventBusesOptions = {
  buses: readonly BusDefinition[];
  rules: readonly RuleDefinition[];
  place: { accountId: string; region: string };
  clock: Clock;
  queue: Pick<DeliveryQueue, 'push'>;
};

/** @throws {RuleError} for a rule that cannot work */
export function createEventBuses({ buses, rules, place, clock, queue }: EventBusesOptions): EventBuses {
  const compiled = rules.map(compileRule);
  const enabled = compiled.filter(({ definition }) => definition.enabled);
  const cancels = new Map<Rule, () => void>();

  const find: EventBuses['find'] = (nameOrArn) =>
    buses.find(({ name, arn }) => nameOrArn === name || nameOrArn === arn);

  const deliver = (to: readonly Rule[], event: BusEvent): void =>
    queue.push(to.flatMap((rule) => rule.deliveries(event, clock.now())));

  /** A rule with a schedule sends its own event to its own targets, past the bus. */
  const waitFor = (rule: Rule, start: number): void => {
    const next = rule.schedule?.next(clock.now(), start) ?? null;
    if (next === null) return;
    const fire = (): void => {
      deliver([rule], scheduledEvent(rule, next, place));
      waitFor(rule, start);
    };
    cancels.set(rule, clock.at(next, fire));
  };

  return {
    find,
    put: (bus, contents) => {
      const name = find(bus)?.name;
      if (name === undefined)
        throw new AwsServiceError('ResourceNotFoundException', `Event bus ${bus} does not exist.`, 400);
      const event = createEvent({ ...contents, time: contents.time ?? clock.now() }, place);
      deliver(
        enabled.filter((rule) => rule.definition.busName === name && rule.matches(event)),
        event,
      );
      return event.id;
    },
    start: () => {
      for (const rule of enabled) waitFor(rule, clock.now());
    },
    stop: () => {
      for (const cancel of cancels.values()) cancel();
    },
  };
}

function scheduledEvent({ definition }: Rule, time: number, place: EventBusesOptions['place']): BusEvent {
  const contents = {
    source: 'aws.events',
    detailType: 'Scheduled Event',
    detail: {},
    resources: [definition.arn],
    time,
  };
  return createEvent(contents, place);
}
