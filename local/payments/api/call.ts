import type { Behaviour } from '../../simulator/behaviour/behaviour.ts';
import type { Answer, Reaction } from '../../simulator/http/react.ts';
import type { Payments } from '../payments.ts';
import { ApiError, invalid } from './apiError.ts';
import { savedAnswer } from './idempotency.ts';
import { operationAt } from './operations.ts';
import { readForm } from './parameters.ts';

/** One call of the API. `form` is its body, or its query. */
export type Call = {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  form: string;
};

/** Answers a call as the behaviour of the moment has it. */
export function receive(payments: Payments, call: Call): Reaction {
  const operation = operationAt(call.method, call.path);
  const behaviour: Behaviour = operation === null ? { kind: 'well' } : payments.behaviours.next(operation.name);
  const isDone = !('applied' in behaviour) || behaviour.applied;
  const answer = isDone ? answerTo(payments, call) : null;
  payments.log(`${call.method} ${call.path}: ${answer?.status ?? 'not done'}, ${behaviour.kind}`);
  return reactionTo(behaviour, answer);
}

function answerTo(payments: Payments, call: Call): Answer {
  try {
    requireKey(payments, call);
    const operation = operationAt(call.method, call.path);
    if (operation === null) throw invalid(`Unrecognized request URL (${call.method}: ${call.path}).`, {}, 404);
    const key = call.method === 'POST' ? call.headers['idempotency-key'] : undefined;
    const run = (): object => operation.run(payments, operation.id, readForm(call.form));
    return typeof key === 'string' ? once(payments, call, key, run) : outcome(run).answer;
  } catch (error) {
    return errorAnswer(error);
  }
}

function once(payments: Payments, { path, form }: Call, key: string, run: () => object): Answer {
  const saved = savedAnswer(payments, key, path, form);
  if (saved !== null) return saved;
  const { answer, hasBegun } = outcome(run);
  if (hasBegun) {
    payments.answers.set(key, { path, form, status: answer.status, body: answer.body, savedAt: payments.now() });
  }
  return { ...answer, headers: { ...answer.headers, 'idempotency-key': key } };
}

/** Refusals of parameters come before the work: Stripe keeps nothing of them. */
function outcome(run: () => object): { answer: Answer; hasBegun: boolean } {
  try {
    return { answer: json(200, run()), hasBegun: true };
  } catch (error) {
    return { answer: errorAnswer(error), hasBegun: error instanceof ApiError && error.hasBegun };
  }
}

/** Without it Stripe says nothing at all. */
function requireKey({ secretKey }: Payments, { headers: { authorization } }: Call): void {
  const key = /^Bearer (.+)$/.exec(String(authorization))?.[1];
  if (key === secretKey) return;
  const message =
    key === undefined
      ? 'You did not provide an API key. You need to provide it in the Authorization header, using Bearer auth.'
      : `Invalid API Key provided: ${key.slice(0, 8)}****${key.slice(-4)}`;
  throw new ApiError(401, { type: 'invalid_request_error', message });
}

function errorAnswer(error: unknown): Answer {
  if (!(error instanceof ApiError)) throw error;
  return json(error.status, { error: error.body });
}

function json(status: number, body: object): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function reactionTo(behaviour: Behaviour, answer: Answer | null): Reaction {
  const now = (given: Answer): Reaction => ({ kind: 'answer', answer: given, delayMs: 0 });
  switch (behaviour.kind) {
    case 'well':
      return now(answer!);
    case 'slow':
      return { kind: 'answer', answer: answer!, delayMs: behaviour.milliseconds };
    case 'fail': {
      const message = 'An error occurred with our connection to Stripe, as it was told to.';
      const failed = json(behaviour.status, { error: { type: 'api_error', message } });
      if (behaviour.retryAfter !== undefined) failed.headers['retry-after'] = behaviour.retryAfter;
      return now(failed);
    }
    case 'garbage':
      return now({ status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Stripe</html>' });
    case 'hang':
      return { kind: 'hold' };
    case 'gone':
      return { kind: 'cut' };
    default:
      return behaviour satisfies never;
  }
}
