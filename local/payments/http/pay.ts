import { z } from 'zod';
import type { Answer } from '../../simulator/http/react.ts';
import { ApiError, missing } from '../api/apiError.ts';
import { confirmIntent, readIntent } from '../api/intents.ts';
import { checked, flag, readForm } from '../api/parameters.ts';
import { authenticate } from '../api/pay.ts';
import { requireStatus } from '../api/requireStatus.ts';
import type { Intent } from '../objects/intent.ts';
import type { Payments } from '../payments.ts';
import { payPage } from './payPage.ts';

type Ask = { method: string; query: URLSearchParams; accept: string; body: string };

/** A page of another origin, such as a dashboard, may pay here too: who knows the client secret may pay. */
const OPEN = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };

const step = z.strictObject({
  client_secret: z.string(),
  payment_method: z.string().optional(),
  authenticate: flag.optional(),
});

/**
 * `GET /pay?client_secret=` shows where a person pays, `POST /pay` pays; as JSON (`{status, error}`) for whoever accepts
 * only that.
 */
export function pay(payments: Payments, { method, query, accept, body }: Ask): Answer {
  const wantsJson = accept.includes('application/json');
  try {
    const asked = method === 'POST' ? checked(step, readForm(body)) : null;
    const intent = intentOf(payments, asked?.client_secret ?? query.get('client_secret') ?? '');
    const problem = asked === null ? null : problemOf(() => take(payments, intent, asked));
    const after = readIntent(payments, intent.id);
    return wantsJson ? json(200, { status: after.status, error: problem }) : page(200, payPage(after, problem));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return wantsJson ? json(error.status, { error: error.message }) : page(error.status, `<p>${error.body.type}</p>`);
  }
}

function take(payments: Payments, intent: Intent, asked: z.output<typeof step>): void {
  if (asked.authenticate === undefined) {
    confirmIntent(payments, intent.id, { payment_method: asked.payment_method });
  } else {
    requireStatus(intent, 'confirm', ['requires_action']);
    authenticate(payments, intent, asked.authenticate);
  }
}

/** The message of what was refused; null where it went well. */
function problemOf(work: () => void): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof ApiError) return error.message;
    throw error;
  }
}

function intentOf(payments: Payments, clientSecret: string): Intent {
  const intent = readIntent(payments, clientSecret.split('_secret_')[0]);
  if (intent.client_secret !== clientSecret) throw missing('payment_intent', intent.id);
  return intent;
}

function json(status: number, body: object): Answer {
  return { status, headers: { ...OPEN, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function page(status: number, body: string): Answer {
  return { status, headers: { ...OPEN, 'content-type': 'text/html; charset=utf-8' }, body };
}
