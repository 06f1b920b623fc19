import { stringify } from '../intrinsics.ts';
import { invocation } from '../invocation.ts';

/** `console.log` and `console.error`, which AppSync sends to CloudWatch Logs. */
export const console = {
  log: (...values: unknown[]): void => invocation().log(`INFO - ${line(values)}`),
  error: (...values: unknown[]): void => invocation().log(`ERROR - ${line(values)}`),
};

function line(values: unknown[]): string {
  let text = '';
  for (const value of values) text += (text === '' ? '' : ' ') + shown(value);
  return text;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : (stringify(value) ?? typeof value);
}
