import type { CircuitSettings } from '../../core/pms/policy/circuit.ts';
import type { RetryPolicy } from '../../core/pms/policy/nextDelay.ts';
import { environment } from '../shared/environment.ts';

const variables = environment({
  bookingsTable: 'BOOKINGS_TABLE',
  operationsTable: 'OPERATIONS_TABLE',
  maxRetries: 'MAX_RETRIES',
  rate: 'BACKOFF_RATE',
  initialSeconds: 'INITIAL_BACKOFF_SECONDS',
  openSeconds: 'CIRCUIT_OPEN_SECONDS',
  failures: 'CIRCUIT_FAILURES',
  callSeconds: 'CALL_TIMEOUT_SECONDS',
  receives: 'MAX_RECEIVES',
});

/** What the function needs from its environment, read once. */
export const config = {
  bookingsTable: variables.bookingsTable,
  operationsTable: variables.operationsTable,
  callTimeoutMs: number('callSeconds', 0.1, 20) * 1000,
  maxReceives: number('receives', 1, 1000),
};

export const retryPolicy: RetryPolicy = {
  maxRetries: number('maxRetries', 0, 10),
  rate: number('rate', 1, 10),
  initialSeconds: number('initialSeconds', 0, 60),
};

export const circuitSettings: CircuitSettings = {
  failures: number('failures', 1, 100),
  // With time to write down what came of it. The wake of who waits for a probe comes no later.
  probeSeconds: (2 * config.callTimeoutMs) / 1000,
  // A probe's message may be delayed by 15 minutes, no more.
  openSeconds: number('openSeconds', 1, 900),
};

function number(name: keyof typeof variables, least: number, most: number): number {
  const value = Number(variables[name]);
  if (value >= least && value <= most) return value;
  throw new Error(`The setting ${name} must be a number from ${least} to ${most}; it is ${variables[name]}.`);
}
