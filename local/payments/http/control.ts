import { z } from 'zod';
import type { BehaviourInput } from '../../simulator/behaviour/behaviour.ts';
import type { Answer } from '../../simulator/http/react.ts';
import type { Payments } from '../payments.ts';

const endpointShape = z.strictObject({ url: z.url(), secret: z.string().min(1) });
const modeShape = z.strictObject({ mode: z.enum(['well', 'twice', 'hold']) });
const orderShape = z.strictObject({ order: z.enum(['kept', 'reversed']).default('kept') });

type ControlCall = { method: string; path: string; query: URLSearchParams; body: string };

/** The doors through which the simulator is watched and told how to behave: `/control/...`. */
export async function control(payments: Payments, call: ControlCall): Promise<Answer> {
  try {
    return json(200, await answerTo(payments, call));
  } catch (error) {
    if (error instanceof z.ZodError) return json(400, { error: z.prettifyError(error) });
    if (error instanceof SyntaxError) return json(400, { error: 'the body is not JSON' });
    throw error;
  }
}

async function answerTo(payments: Payments, { method, path, query, body }: ControlCall): Promise<object> {
  const { behaviours, webhooks, intents, refunds, events } = payments;
  const given = (): unknown => JSON.parse(body === '' ? '{}' : body);
  switch (`${method} ${path}`) {
    case 'GET /control/payments':
      return { intents: intents.values(), refunds: refunds.values() };
    case 'GET /control/events':
      return { events: events.values(), deliveries: webhooks.deliveries() };
    case 'POST /control/events/resend':
      return resend(payments, query.get('id') ?? '');
    case 'PUT /control/behaviour':
      behaviours.set(given() as BehaviourInput, query.get('operation') ?? undefined);
      return behaviours.current();
    case 'DELETE /control/behaviour':
      behaviours.reset();
      return behaviours.current();
    case 'PUT /control/webhooks/endpoint':
      webhooks.setEndpoint(endpointShape.parse(given()));
      return {};
    case 'PUT /control/webhooks':
      webhooks.setMode(modeShape.parse(given()).mode);
      return {};
    case 'POST /control/webhooks/release':
      await webhooks.release(orderShape.parse(given()).order);
      return {};
    default:
      return { error: `nothing is served at ${method} ${path}` };
  }
}

function resend({ events, webhooks }: Payments, id: string): object {
  const event = events.get(id);
  if (event === undefined) return { error: 'there is no such event' };
  webhooks.post(event);
  return event;
}

function json(status: number, body: object): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
