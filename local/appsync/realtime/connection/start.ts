import { RequestError } from '../../errors/requestError.ts';
import type { RealtimeError, RealtimeHost } from '../contract.ts';
import { SubscriptionFilterError } from '../filter/filter.ts';
import { createSubscription, type Subscriber, type Subscription } from '../hub/subscription.ts';
import type { StartMessage } from '../protocol/clientMessage.ts';
import { invalidFilter, toRealtimeError } from '../protocol/errors.ts';
import { errorMessage } from '../protocol/serverMessage.ts';
import type { Outbox } from './outbox.ts';

/** The place a starting subscription has in its connection. */
export type Place = {
  /** False once the client has stopped it or is gone: then nothing more is to be said under this id. */
  isTaken(): boolean;
  /** From here on it gets what is published. */
  keep(subscription: Subscription): void;
  leave(): void;
};

export type StartTools = { host: RealtimeHost; outbox: Outbox; log(line: string): void };

/** Authorizes and runs one `start`; answers `start_ack` or `error`. Never rejects. */
export async function start(message: StartMessage, place: Place, tools: StartTools): Promise<void> {
  const errors = await begin(message, place, tools).catch((error: unknown) => [explain(message.id, error, tools)]);
  if (errors.length === 0 || !place.isTaken()) return;
  place.leave();
  tools.outbox.send(errorMessage(message.id, ...errors));
}

/** What is in the way of the subscription; none when it runs, or is wanted no more. */
async function begin(message: StartMessage, place: Place, tools: StartTools): Promise<RealtimeError[]> {
  const { id, headers, body, operation } = message;
  const caller = await tools.host.authenticate({ path: '/graphql', headers, body });
  const outcome = await tools.host.subscribe(caller, operation, headers);
  if (outcome.kind === 'rejected') return outcome.errors;
  const subscription = createSubscription(outcome, subscriber(id, place, tools));
  if (place.isTaken()) {
    // In one step, so that no data overtakes the acknowledgement and none published after it is missed.
    tools.outbox.send({ type: 'start_ack', id });
    place.keep(subscription);
  }
  return [];
}

function subscriber(id: string, place: Place, { outbox, log }: StartTools): Subscriber {
  return {
    data(selected) {
      if (place.isTaken()) outbox.send({ type: 'data', id, payload: selected });
    },
    failed(error) {
      log(`realtime: subscription ${id} could not be given its data: ${describe(error)}`);
      if (place.isTaken()) outbox.send({ type: 'data', id, payload: { data: null, errors: [toRealtimeError(error)] } });
    },
    invalidated() {
      place.leave();
      outbox.send({ type: 'complete', id });
    },
  };
}

function explain(id: string, error: unknown, { log }: StartTools): RealtimeError {
  if (error instanceof SubscriptionFilterError) {
    log(`realtime: refused subscription ${id}: ${error.message}`);
    return invalidFilter(error.message);
  }
  if (!(error instanceof RequestError)) log(`realtime: subscription ${id} failed: ${describe(error)}`);
  return toRealtimeError(error);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
