import { z } from 'zod';
import type { ApiError } from './apiError.ts';
import { invalid } from './apiError.ts';

type Nested = { [key: string]: string | Nested };

/** The parameters of a form-encoded body: `metadata[booking_id]=x` is `{metadata: {booking_id: 'x'}}`. */
export function readForm(body: string): Nested {
  const root: Nested = Object.create(null) as Nested;
  for (const [name, value] of new URLSearchParams(body)) put(root, name.split(/[[\]]+/).filter(Boolean), value);
  return root;
}

function put(root: Nested, path: string[], value: string): void {
  const last = path.pop() ?? '';
  let at = root;
  for (const key of path) {
    const next = at[key] ?? Object.create(null);
    if (typeof next === 'string') throw invalid(`Invalid object: ${key}`, { param: key });
    at = at[key] = next;
  }
  at[last] = value;
}

/** What operations take. Numbers arrive as text. */
export const whole = z
  .string()
  .regex(/^\d{1,12}$/, 'integer')
  .transform(Number);
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
/** Stripe's limits: 50 keys of 40 characters, values of 500. */
export const metadata = z
  .record(z.string().max(40), z.string().max(500))
  .refine((map) => Object.keys(map).length <= 50)
  .default({});

/**
 * The parameters of an operation. Whatever it does not know is refused, as Stripe refuses it.
 * @throws {ApiError}
 */
export function checked<Shape extends z.ZodType>(shape: Shape, given: unknown): z.output<Shape> {
  const read = shape.safeParse(given);
  if (read.success) return read.data;
  throw refusal(read.error.issues[0]);
}

function refusal(issue: z.core.$ZodIssue): ApiError {
  if (issue.code === 'unrecognized_keys') {
    const [param] = issue.keys;
    return invalid(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param });
  }
  const [first = '', ...rest] = issue.path.map(String);
  const param = first + rest.map((key) => `[${key}]`).join('');
  if (issue.message.endsWith('received undefined')) {
    return invalid(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
  }
  if (issue.message === 'integer') {
    return invalid(`Invalid integer: ${param}`, { code: 'parameter_invalid_integer', param });
  }
  if (issue.message === 'no longer supported') {
    return invalid(`${param} is no longer supported.`, { code: `${param}_no_longer_supported`, param });
  }
  return invalid(`Invalid ${param}`, { param });
}
