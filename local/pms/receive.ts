import type { Behaviour } from '../simulator/behaviour/behaviour.ts';
import { type Delivery, MessageError, type Protocol } from './protocols/protocol.ts';
import type { Answer, Reaction } from '../simulator/http/react.ts';
import type { ReceivedCall } from './receivedCall.ts';
import type { Message } from './reservation.ts';
import type { ReservationBook } from './reservationBook.ts';

export type Received = { call: Omit<ReceivedCall, 'at'>; reaction: Reaction };

/** Takes one delivery as the behaviour of the moment has it. */
export function receive(book: ReservationBook, protocol: Protocol, delivery: Delivery, behaviour: Behaviour): Received {
  const isTaken =
    behaviour.kind === 'well' || behaviour.kind === 'slow' || ('applied' in behaviour && behaviour.applied);
  const outcome = isTaken ? take(book, protocol, delivery) : null;
  const reaction = react(protocol, behaviour, outcome?.answer ?? null);
  const call = {
    propertyId: delivery.propertyId,
    protocol: protocol.name,
    bookingId: outcome?.message?.bookingId ?? null,
    version: outcome?.message?.version ?? null,
    effect: outcome?.effect ?? 'none',
    status: reaction.kind === 'answer' ? reaction.answer.status : null,
  } as const;
  return { call, reaction };
}

type Taken = { answer: Answer; message: Message | null; effect: ReceivedCall['effect'] };

/** What a PMS in good health does. */
function take(book: ReservationBook, protocol: Protocol, delivery: Delivery): Taken {
  if (!protocol.isGenuine(delivery)) {
    return { answer: protocol.refuse(401, 'not signed by who may'), message: null, effect: 'none' };
  }
  const message = readMessage(protocol, delivery);
  if (message instanceof MessageError) {
    return { answer: protocol.refuse(422, message.message), message: null, effect: 'none' };
  }
  const { reservation, changed } = book.apply(message);
  return { answer: protocol.accept(reservation), message, effect: changed ? 'changed' : 'kept' };
}

function readMessage(protocol: Protocol, delivery: Delivery): Message | MessageError {
  try {
    return protocol.read(delivery);
  } catch (error) {
    if (error instanceof MessageError) return error;
    throw error;
  }
}

const GARBAGE = '<html><body>Welcome to the hotel</body></html>';

/** @param wellAnswer what it would have answered; null where the message was not taken */
function react(protocol: Protocol, behaviour: Behaviour, wellAnswer: Answer | null): Reaction {
  const now = (answer: Answer): Reaction => ({ kind: 'answer', answer, delayMs: 0 });
  switch (behaviour.kind) {
    case 'well':
      return now(wellAnswer!);
    case 'slow':
      return { kind: 'answer', answer: wellAnswer!, delayMs: behaviour.milliseconds };
    case 'fail': {
      const answer = protocol.refuse(behaviour.status, 'as it was told to');
      if (behaviour.retryAfter !== undefined) answer.headers['retry-after'] = behaviour.retryAfter;
      return now(answer);
    }
    case 'garbage':
      return now({ status: 200, headers: { 'content-type': 'text/html' }, body: GARBAGE });
    case 'hang':
      return { kind: 'hold' };
    case 'gone':
      return { kind: 'cut' };
    default:
      return behaviour satisfies never;
  }
}
