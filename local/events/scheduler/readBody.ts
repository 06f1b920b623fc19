import { z } from 'zod';
import { AwsServiceError } from '../../appsync/definition.ts';
import { type ScheduleBody, scheduleShape } from './scheduleShape.ts';

/** Epoch seconds. */
const date = z.number().optional();

const request = z.strictObject({
  ...scheduleShape,
  StartDate: date,
  EndDate: date,
  ActionAfterCompletion: z.enum(['NONE', 'DELETE']).default('NONE'),
  ClientToken: z.string().nullish(),
  KmsKeyArn: z.undefined('customer keys are not run locally').optional(),
});

/**
 * The body of `CreateSchedule` and `UpdateSchedule`.
 * @throws {AwsServiceError} ValidationException naming what is missing, wrong or not known here
 */
export function readBody(name: string, text: string): { body: ScheduleBody; clientToken: string | null } {
  const read = request.safeParse(parse(text));
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
    throw new AwsServiceError('ValidationException', problems.join('; '), 400);
  }
  const { StartDate, EndDate, ClientToken, KmsKeyArn: _, ...rest } = read.data;
  const body = { ...rest, Name: name, startAt: milliseconds(StartDate), endAt: milliseconds(EndDate) };
  return { body, clientToken: ClientToken ?? null };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AwsServiceError('ValidationException', `The body is no JSON: ${(error as Error).message}`, 400);
  }
}

const milliseconds = (seconds: number | undefined): number | null => (seconds === undefined ? null : seconds * 1000);
