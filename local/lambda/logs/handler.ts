import { z } from 'zod';
import { AwsServiceError } from '../../appsync/definition.ts';
import { createJsonService, type Operation, requireAllowed } from '../../endpoint/jsonService.ts';
import type { ServiceHandler } from '../../endpoint/server/request.ts';
import type { Principals } from '../../iam/principals.ts';
import type { FunctionLogs } from './functionLogs.ts';

type Parts = {
  logs: FunctionLogs;
  /** Is there a function of this name? */
  isFunction(name: string): boolean;
  principals: Principals;
  region: string;
  accountId: string;
};

/** The one stream of each function: as its environments have it in AWS_LAMBDA_LOG_STREAM_NAME. */
const STREAM = 'local';
const GROUP = '/aws/lambda/';
/** CloudWatch Logs API Reference, "GetLogEvents": at most 10,000 events. */
const MOST_EVENTS = 10_000;

const request = z.strictObject({
  logGroupName: z.string().startsWith(GROUP),
  logStreamName: z.literal(STREAM),
  limit: z.int().min(1).max(MOST_EVENTS).default(MOST_EVENTS),
  startFromHead: z.boolean().default(false),
  nextToken: z
    .string()
    .regex(/^f\/\d+$/, 'is none of those given out')
    .optional(),
});

/**
 * CloudWatch Logs' `GetLogEvents` for what functions print: the newest events or, with a token, those that came after.
 * Log groups are named `/aws/lambda/<function>`, each with one stream, `local`.
 */
export function createLogsHandler(parts: Parts): ServiceHandler {
  return createJsonService({
    target: 'Logs_20140328',
    version: '1.1',
    operations: { GetLogEvents: getLogEvents(parts) },
  });
}

function getLogEvents({ logs, isFunction, principals, region, accountId }: Parts): Operation {
  return (input, caller) => {
    const read = request.safeParse(input);
    if (!read.success) throw new AwsServiceError('InvalidParameterException', z.prettifyError(read.error), 400);
    const { logGroupName, limit, startFromHead, nextToken } = read.data;
    const arn = `arn:aws:logs:${region}:${accountId}:log-group:${logGroupName}:log-stream:${STREAM}`;
    requireAllowed(principals, caller, 'logs:GetLogEvents', arn);
    const name = logGroupName.slice(GROUP.length);
    if (!isFunction(name)) {
      throw new AwsServiceError('ResourceNotFoundException', `There is no log group ${logGroupName}.`, 400);
    }
    const first = nextToken === undefined ? 0 : Number(nextToken.slice('f/'.length));
    const fromFirst = startFromHead || nextToken !== undefined;
    const lines = fromFirst ? logs.from(name, first, limit) : logs.last(name, limit);
    const newest = lines.at(-1)?.number;
    const forward = newest === undefined ? logs.next(name) : newest + 1;
    return {
      events: lines.map(({ at, text }) => ({ timestamp: at, ingestionTime: at, message: text })),
      nextForwardToken: `f/${forward}`,
    };
  };
}
