import type { Behaviours } from '../simulator/behaviour/behaviours.ts';
import type { EventType, PaymentEvent } from './objects/event.ts';
import type { Intent } from './objects/intent.ts';
import type { Refund } from './objects/refund.ts';
import type { SavedAnswer } from './objects/savedAnswer.ts';
import type { KeptMap } from './store/keptMap.ts';
import type { Webhooks } from './webhooks/webhooks.ts';

/** All that one simulator is, without its HTTP server. */
export type Payments = {
  intents: KeptMap<Intent>;
  refunds: KeptMap<Refund>;
  events: KeptMap<PaymentEvent>;
  /** By idempotency key. */
  answers: KeptMap<SavedAnswer>;
  behaviours: Behaviours;
  webhooks: Webhooks;
  /** The secret key that callers must send. */
  secretKey: string;
  /** Epoch seconds. */
  now(): number;
  /** Keeps an intent as it is now. */
  save(intent: Intent): void;
  /** Notes an event and posts it to whoever wants to hear. */
  tell(type: EventType, object: object): void;
  log(line: string): void;
};
