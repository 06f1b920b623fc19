import { createServer } from 'node:http';
import path from 'node:path';
import type { BehaviourInput } from '../simulator/behaviour/behaviour.ts';
import { createBehaviours } from '../simulator/behaviour/behaviours.ts';
import { listenOnLoopback, stopListening } from '../simulator/http/listen.ts';
import { handle } from './http/handle.ts';
import { newEvent, type PaymentEvent } from './objects/event.ts';
import type { Intent } from './objects/intent.ts';
import type { Refund } from './objects/refund.ts';
import type { Payments } from './payments.ts';
import { type KeptMap, openKeptMap } from './store/keptMap.ts';
import { createWebhooks, type Webhooks } from './webhooks/webhooks.ts';

/** Known to everybody: they guard nothing but the simulator. */
export const SIMULATOR_KEYS = { secretKey: 'sk_test_keyrack_simulator', webhookSecret: 'whsec_keyrack_simulator' };

/** Of each kind; the oldest are forgotten. */
const MOST_KEPT = 10_000;
const RETRY_PAUSES_MS = [500, 1_000, 2_000, 4_000];

export type PaymentsOptions = {
  /** 0 or absent for any free one. */
  port?: number;
  /** Where payments are kept from start to start; absent or null keeps them in memory. */
  dataFolder?: string | null;
  secretKey?: string;
  /** Takes a line for each call and webhook. */
  log?: (line: string) => void;
  /** In 0 <= random < 1, for faults that come at a rate. */
  random?: () => number;
  /** Epoch milliseconds. */
  now?: () => number;
  /** Before each further try to deliver a webhook. */
  retryPausesMs?: readonly number[];
};

export type PaymentsSimulator = {
  /** Without a slash at the end. */
  url: string;
  intents(): Intent[];
  refunds(): Refund[];
  /** The last ten thousand, oldest first. */
  events(): PaymentEvent[];
  /** How calls are treated from now on: of one operation (create, retrieve, confirm, capture, cancel, refund), or of all. */
  set(behaviour: BehaviourInput, operation?: string): void;
  /** All is well again. */
  reset(): void;
  webhooks: Omit<Webhooks, 'stop'>;
  /** Posts an event again. @throws when there is none of this id */
  resend(eventId: string): void;
  /** Goes away at once: connections under way are cut, webhooks are no more tried. */
  stop(): Promise<void>;
};

/** Starts a payment provider on loopback. @throws NodeJS.ErrnoException when the port is taken */
export async function startPaymentsSimulator(options: PaymentsOptions = {}): Promise<PaymentsSimulator> {
  const payments = createPayments(options);
  const server = createServer((request, response) => {
    // Whoever sent it went away, or the simulator is at fault: either way there is nothing left to say.
    handle(payments, request, response).catch((error: unknown) => {
      payments.log(`failed: ${error instanceof Error ? error.stack : String(error)}`);
      response.destroy();
    });
  });
  const url = `http://127.0.0.1:${await listenOnLoopback(server, options.port ?? 0)}`;
  return {
    url,
    intents: payments.intents.values,
    refunds: payments.refunds.values,
    events: payments.events.values,
    set: payments.behaviours.set,
    reset: payments.behaviours.reset,
    webhooks: payments.webhooks,
    resend: (eventId) => {
      const event = payments.events.get(eventId);
      if (event === undefined) throw new Error(`There is no event ${eventId}.`);
      payments.webhooks.post(event);
    },
    stop: () => {
      payments.webhooks.stop();
      return stopListening(server);
    },
  };
}

function createPayments(options: PaymentsOptions): Payments {
  const { dataFolder = null, secretKey = SIMULATOR_KEYS.secretKey, log = () => {}, now: clock = Date.now } = options;
  const kept = <T>(name: string): KeptMap<T> =>
    openKeptMap<T>(dataFolder === null ? null : path.join(dataFolder, `${name}.jsonl`), MOST_KEPT);
  const now = (): number => Math.floor(clock() / 1000);
  const webhooks = createWebhooks({ pausesMs: options.retryPausesMs ?? RETRY_PAUSES_MS, now, log });
  const [intents, events] = [kept<Intent>('intents'), kept<PaymentEvent>('events')];
  return {
    intents,
    refunds: kept('refunds'),
    events,
    answers: kept('answers'),
    behaviours: createBehaviours(options.random ?? Math.random),
    webhooks,
    secretKey,
    now,
    save: (intent) => intents.set(intent.id, structuredClone(intent)),
    tell: (type, object) => {
      const event = newEvent(type, object, now());
      events.set(event.id, event);
      webhooks.post(event);
    },
    log,
  };
}
