import { AwsServiceError } from '../../appsync/definition.ts';
import type { Answer } from '../../endpoint/answer.ts';
import { requireAllowed } from '../../endpoint/jsonService.ts';
import { restError } from '../../endpoint/restError.ts';
import type { ServiceHandler, ServiceRequest } from '../../endpoint/server/request.ts';
import type { Principals } from '../../iam/principals.ts';
import { readBody } from './readBody.ts';
import type { Scheduler } from './scheduler.ts';
import { detailsOf, summaryOf } from './views.ts';

type Parts = { scheduler: Scheduler; principals: Principals };

/** EventBridge Scheduler over REST: `CreateSchedule`, `UpdateSchedule`, `GetSchedule`, `DeleteSchedule`, `ListSchedules`. */
export function createSchedulerHandler(parts: Parts): ServiceHandler {
  return async (request) => {
    try {
      return {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(answer(request, parts)),
      };
    } catch (error) {
      if (!(error instanceof AwsServiceError)) throw error;
      return restError(error) satisfies Answer;
    }
  };
}

function answer(request: ServiceRequest, parts: Parts): object {
  const { method, path } = request;
  if (method === 'GET' && path === '/schedules') return listSchedules(request, parts);
  const name = /^\/schedules\/([^/]+)$/.exec(path)?.[1];
  const operation = name === undefined ? undefined : OPERATIONS[method];
  if (operation === undefined) {
    const message = `Of EventBridge Scheduler the local cloud serves schedules only, not ${method} ${path}.`;
    throw new AwsServiceError('UnknownOperationException', message, 404);
  }
  return operation(decodeURIComponent(name ?? ''), request, parts);
}

type Operation = (name: string, request: ServiceRequest, parts: Parts) => object;

const OPERATIONS: Record<string, Operation> = {
  POST: (name, request, parts) => {
    const { body, clientToken } = readBody(name, request.body);
    const arn = allow('CreateSchedule', body.GroupName, name, request, parts);
    allowRole(body.Target.RoleArn, request, parts);
    parts.scheduler.create(body, clientToken);
    return { ScheduleArn: arn };
  },
  PUT: (name, request, parts) => {
    const { body } = readBody(name, request.body);
    const arn = allow('UpdateSchedule', body.GroupName, name, request, parts);
    allowRole(body.Target.RoleArn, request, parts);
    parts.scheduler.update(body);
    return { ScheduleArn: arn };
  },
  GET: (name, request, parts) => {
    const arn = allow('GetSchedule', groupOf(request), name, request, parts);
    return detailsOf(parts.scheduler.get(groupOf(request), name), arn);
  },
  DELETE: (name, request, parts) => {
    allow('DeleteSchedule', groupOf(request), name, request, parts);
    parts.scheduler.remove(groupOf(request), name);
    return {};
  },
};

const groupOf = ({ query }: ServiceRequest): string => new URLSearchParams(query).get('groupName') ?? 'default';

/** @returns the schedule's ARN */
function allow(action: string, group: string, name: string, request: ServiceRequest, parts: Parts): string {
  const arn = parts.scheduler.arnOf(group, name);
  requireAllowed(parts.principals, request.principal, `scheduler:${action}`, arn, { status: 403 });
  return arn;
}

/** Who gives a role to a service must be allowed to. */
function allowRole(roleArn: string, { principal }: ServiceRequest, { principals }: Parts): void {
  const context = { 'iam:passedtoservice': 'scheduler.amazonaws.com' };
  requireAllowed(principals, principal, 'iam:PassRole', roleArn, { status: 403, context });
}

/** In pages of at most 100; a page's token is where the next begins. */
function listSchedules(request: ServiceRequest, { scheduler, principals }: Parts): object {
  requireAllowed(principals, request.principal, 'scheduler:ListSchedules', scheduler.arnOf('*', '*'), { status: 403 });
  const query = new URLSearchParams(request.query);
  const [group, prefix, state] = ['ScheduleGroup', 'NamePrefix', 'State'].map((name) => query.get(name));
  const [from, size] = [Number(query.get('NextToken') ?? 0), Number(query.get('MaxResults') ?? 100)];
  if (!Number.isInteger(from) || !(size >= 1 && size <= 100))
    throw new AwsServiceError('ValidationException', 'NextToken or MaxResults is not valid.', 400);
  const found = scheduler
    .list()
    .filter(({ body }) => (group ?? body.GroupName) === body.GroupName && (state ?? body.State) === body.State)
    .filter(({ body }) => body.Name.startsWith(prefix ?? ''));
  const page = found.slice(from, from + size);
  const Schedules = page.map((one) => summaryOf(one, scheduler.arnOf(one.body.GroupName, one.body.Name)));
  return { Schedules, ...(found.length > from + size ? { NextToken: String(from + size) } : {}) };
}
