import { z } from 'zod';

/** CloudFormation takes `"5"` for 5. */
const whole = (low: number, high: number) => z.coerce.number().int().min(low).max(high);

const target = z.strictObject({
  Arn: z.string(),
  RoleArn: z.string(),
  Input: z.string().min(1).optional(),
  DeadLetterConfig: z.strictObject({ Arn: z.string().optional() }).optional(),
  RetryPolicy: z
    .strictObject({
      MaximumEventAgeInSeconds: whole(60, 86_400).default(86_400),
      MaximumRetryAttempts: whole(0, 185).default(185),
    })
    .default({ MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 }),
  EventBridgeParameters: z.strictObject({ DetailType: z.string().min(1), Source: z.string().min(1) }).optional(),
  SqsParameters: z.strictObject({ MessageGroupId: z.string().optional() }).optional(),
});

const windows = 'only the Mode OFF is run locally: everything happens at its time';

/**
 * What `CreateSchedule` and `AWS::Scheduler::Schedule` have in common, by the API's names
 * (EventBridge Scheduler API Reference, "CreateSchedule"). Dates differ, and are the caller's to read.
 */
export const scheduleShape = {
  GroupName: z.string().default('default'),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Description: z.string().optional(),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF', windows) }),
  Target: target,
};

/** A schedule as it is kept. */
export type ScheduleBody = z.output<z.ZodObject<typeof scheduleShape>> & {
  Name: string;
  ActionAfterCompletion: 'NONE' | 'DELETE';
  /** Epoch milliseconds. */
  startAt: number | null;
  endAt: number | null;
};
