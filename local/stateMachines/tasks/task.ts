import type { Endpoint } from '../../endpoint/endpoint.ts';
import type { MessagingCall } from '../../messaging/call.ts';
import { TaskError } from './taskError.ts';

/** What tasks call services with. */
export type TaskParts = { endpoint: Pick<Endpoint, 'call'>; messaging: MessagingCall };

/**
 * Does what a Task state's `Resource` says, in the machine's role.
 * @throws {TaskError}
 */
export type Task = (input: unknown, roleArn: string, parts: TaskParts) => Promise<unknown>;

/**
 * A task's parameters, once none is unknown.
 * @throws {TaskError} States.Runtime naming what is missing or not run locally
 */
export function parameters(
  input: unknown,
  required: readonly string[],
  optional: readonly string[],
): Record<string, unknown> {
  if (typeof input !== 'object' || input === null)
    throw new TaskError('States.Runtime', 'The task’s parameters are no object.');
  const given = input as Record<string, unknown>;
  const missing = required.find((name) => given[name] === undefined);
  if (missing !== undefined) throw new TaskError('States.Runtime', `The task has no parameter ${missing}.`);
  const other = Object.keys(given).find((name) => !required.includes(name) && !optional.includes(name));
  if (other !== undefined)
    throw new TaskError('States.Runtime', `The task's parameter ${other} is not known to the local cloud.`);
  return given;
}

/** A body or message may be given as JSON, and goes out as text. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
