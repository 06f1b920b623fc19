import type { Payments } from '../payments.ts';
import { missing } from './apiError.ts';
import { cancelIntent, captureIntent, confirmIntent, createIntent } from './intents.ts';
import { createRefund, listRefunds, readRefund, retrieveIntent } from './refunds.ts';

/** `name` is what faults are set for. */
type Operation = {
  name: string;
  method: 'GET' | 'POST';
  path: RegExp;
  run(payments: Payments, id: string, parameters: unknown): object;
};

const INTENT = '/v1/payment_intents';

/** Everything of the API that there is here. */
const OPERATIONS: readonly Operation[] = [
  { name: 'create', method: 'POST', path: exactly(INTENT), run: (payments, _, given) => createIntent(payments, given) },
  { name: 'retrieve', method: 'GET', path: of(INTENT), run: retrieveIntent },
  { name: 'confirm', method: 'POST', path: of(INTENT, '/confirm'), run: confirmIntent },
  { name: 'capture', method: 'POST', path: of(INTENT, '/capture'), run: captureIntent },
  { name: 'cancel', method: 'POST', path: of(INTENT, '/cancel'), run: cancelIntent },
  {
    name: 'refund',
    method: 'POST',
    path: exactly('/v1/refunds'),
    run: (payments, _, given) => createRefund(payments, given),
  },
  { name: 'retrieve', method: 'GET', path: of('/v1/refunds'), run: readRefund },
  {
    name: 'retrieve',
    method: 'GET',
    path: exactly('/v1/refunds'),
    run: (payments, _, given) => listRefunds(payments, given),
  },
  { name: 'retrieve', method: 'GET', path: of('/v1/events'), run: readEvent },
];

function exactly(path: string): RegExp {
  return new RegExp(`^${path}$`);
}

function of(path: string, action = ''): RegExp {
  return new RegExp(`^${path}/([^/]+)${action}$`);
}

/** The operation at a path, with the id that the path names; null where there is none. */
export function operationAt(method: string, path: string): (Pick<Operation, 'name' | 'run'> & { id: string }) | null {
  for (const operation of OPERATIONS) {
    const match = operation.method === method ? operation.path.exec(path) : null;
    if (match !== null) return { ...operation, id: decodeURIComponent(match[1] ?? '') };
  }
  return null;
}

function readEvent(payments: Payments, id: string): object {
  const event = payments.events.get(id);
  if (event === undefined) throw missing('event', id);
  return event;
}
