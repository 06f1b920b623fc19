import { join } from 'node:path';
import { AwsServiceError } from '../../appsync/definition.ts';
import type { Endpoint } from '../../endpoint/endpoint.ts';
import { createFunctionPermits } from '../../events/delivery/send/functionPermissions.ts';
import { createEvents } from '../../events/events.ts';
import type { Principals } from '../../iam/principals.ts';
import type { LambdaHost } from '../../lambda/definition.ts';
import type { Messaging } from '../../messaging/messaging.ts';
import { createStatesHandler } from '../../stateMachines/handler.ts';
import { createStateMachines, type StateMachines } from '../../stateMachines/stateMachines.ts';
import type { Lifecycle } from '../lifecycle.ts';
import type { Plan } from '../plan/plan.ts';
import type { Worker } from './rest/drained.ts';

export type AutomationSettings = {
  endpoint: Endpoint;
  principals: Principals;
  region: string;
  accountId: string;
  dataFolder: string | null;
  functions: LambdaHost;
  messaging: Messaging;
  log(line: string): void;
};

/** What happens by itself: rules, schedules and state machines. */
export type Automation = {
  workers: Worker[];
  /** Begins with schedules, and with events that an earlier run left. Everything they reach must be running. */
  start(): void;
};

/**
 * Puts the plan's state machines, event buses and schedules behind the endpoint.
 * @throws {ScheduleError} for a schedule of the template that cannot work
 */
export function prepareAutomation(plan: Plan, settings: AutomationSettings, lifecycle: Lifecycle): Automation {
  const { endpoint, principals, log } = settings;
  const parts = { endpoint, messaging: settings.messaging.call, log };
  const machines = createStateMachines([...plan.stateMachines.values()], parts);
  lifecycle.add('state machines', machines.stop);
  const events = createEvents(eventsOptions(plan, settings, machines));
  lifecycle.add('events', events.stop);
  endpoint.serve('states', createStatesHandler({ machines, principals }));
  endpoint.serve('events', events.handlers.events);
  endpoint.serve('scheduler', events.handlers.scheduler);
  return {
    workers: [
      { name: 'state machines', pending: machines.pending },
      { name: 'events', pending: events.pending },
    ],
    start: events.start,
  };
}

function eventsOptions(
  plan: Plan,
  settings: AutomationSettings,
  machines: StateMachines,
): Parameters<typeof createEvents>[0] {
  const { accountId, region, dataFolder } = settings;
  const trusting = new Map([...plan.roles.values()].map((role) => [role.arn, role.trustedServices]));
  return {
    ...settings,
    ...plan.events,
    place: { accountId, region },
    dataFolder: dataFolder === null ? null : join(dataFolder, 'events'),
    functionPermits: createFunctionPermits(plan.events.permissions),
    messaging: settings.messaging.call,
    queueUrl: (arn) => plan.queues.get(arn)?.url ?? noQueue(arn),
    startExecution: (machineArn, input, name) => void machines.start({ machineArn, input, name }),
    trusts: (roleArn, service) => trusting.get(roleArn)?.includes(service) === true,
  };
}

function noQueue(arn: string): never {
  throw new AwsServiceError('ResourceNotFoundException', `There is no queue ${arn}.`, 400);
}
