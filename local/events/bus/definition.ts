import type { InputPlan } from '../input/inputPlan.ts';

export type BusDefinition = { name: string; arn: string };

/** One `AWS::Events::Rule`. */
export type RuleDefinition = {
  name: string;
  arn: string;
  busName: string;
  /** An event pattern as JSON; null for a rule that only has a schedule. */
  pattern: unknown;
  /** `rate(...)` or `cron(...)`, in UTC. */
  schedule: string | null;
  enabled: boolean;
  targets: RuleTarget[];
};

export type RuleTarget = {
  id: string;
  arn: string;
  roleArn: string | null;
  messageGroupId: string | null;
  input: InputPlan;
  deadLetterArn: string | null;
  maxRetries: number;
  maxAgeSeconds: number;
};
