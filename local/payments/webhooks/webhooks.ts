import { setTimeout as delay } from 'node:timers/promises';
import type { PaymentEvent } from '../objects/event.ts';
import { signature } from './sign.ts';

export type WebhookEndpoint = { url: string; secret: string };

/** What became of one try to tell of an event. */
export type Delivery = { eventId: string; type: string; at: string; status: number | null };

export type Webhooks = {
  /** Where events are posted from now on; null: nowhere. */
  setEndpoint(endpoint: WebhookEndpoint | null): void;
  /** `twice`: each is posted again once it was taken. `hold`: kept until they are let go. */
  setMode(mode: 'well' | 'twice' | 'hold'): void;
  /** Posts an event. */
  post(event: PaymentEvent): void;
  /** Posts what was held, one after the other, and goes on as `well`. */
  release(order: 'kept' | 'reversed'): Promise<void>;
  /** The last tries, oldest first. */
  deliveries(): Delivery[];
  /** Resolves when nothing is being posted. */
  idle(): Promise<void>;
  stop(): void;
};

const TIMEOUT_MS = 10_000;
const MOST_REMEMBERED = 10_000;
const AGENT = 'Stripe/1.0 (+https://stripe.com/docs/webhooks)';

type Settings = {
  /** Before each further try; Stripe itself goes on for three days. */
  pausesMs: readonly number[];
  now(): number;
  log(line: string): void;
};

/** Posts events to one endpoint, until it takes them with a 2xx or the tries are used up. */
export function createWebhooks({ pausesMs, now, log }: Settings): Webhooks {
  let endpoint: WebhookEndpoint | null = null;
  let mode: 'well' | 'twice' | 'hold' = 'well';
  let held: PaymentEvent[] = [];
  const deliveries: Delivery[] = [];
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();

  const attempt = async (event: PaymentEvent, { url, secret }: WebhookEndpoint): Promise<boolean> => {
    const status = await send(url, secret, JSON.stringify(event, null, 2), now());
    deliveries.push({ eventId: event.id, type: event.type, at: new Date().toISOString(), status });
    if (deliveries.length > MOST_REMEMBERED) deliveries.shift();
    log(`webhook ${event.type} ${event.id}: ${status ?? 'no answer'}`);
    return status !== null && status >= 200 && status < 300;
  };

  const deliver = async (event: PaymentEvent): Promise<void> => {
    const to = endpoint;
    if (to === null) return;
    for (const pause of [0, ...pausesMs]) {
      await delay(pause, undefined, { signal: stopping.signal });
      if (await attempt(event, to)) return;
    }
  };

  const track = (work: Promise<void>): Promise<void> => {
    const tracked = work
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) throw error;
      })
      .finally(() => underWay.delete(tracked));
    underWay.add(tracked);
    return tracked;
  };

  const deliverAs = async (event: PaymentEvent, times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) await deliver(event);
  };

  return {
    setEndpoint: (given) => void (endpoint = given),
    setMode: (given) => void (mode = given),
    post: (event) => {
      if (mode === 'hold') held.push(event);
      else void track(deliverAs(event, mode === 'twice' ? 2 : 1));
    },
    release: (order) => {
      const events = order === 'kept' ? held : held.reverse();
      held = [];
      mode = 'well';
      return track(inOrder(events, deliver));
    },
    deliveries: () => [...deliveries],
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    stop: () => stopping.abort(),
  };
}

async function inOrder(events: PaymentEvent[], deliver: (event: PaymentEvent) => Promise<void>): Promise<void> {
  for (const event of events) await deliver(event);
}

/** The status of the answer; null where there is none. */
async function send(url: string, secret: string, body: string, at: number): Promise<number | null> {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': AGENT,
    'stripe-signature': signature(secret, at, body),
  };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
}
