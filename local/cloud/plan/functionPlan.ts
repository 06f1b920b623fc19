import type { LambdaDefinition } from '../../lambda/definition.ts';

/** One Lambda function as its template says it: all that the host runs it by, less how failed events are treated. */
export type FunctionPlan = Omit<LambdaDefinition, 'eventRetries' | 'onEventFailure'> & {
  /** What the app calls it, e.g. `BookingEvents`. */
  constructId: string;
};
