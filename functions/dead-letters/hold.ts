import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs';
import { logger } from '../shared/logger.ts';
import { sqs } from './queueClient.ts';

/**
 * Letters in hand are hidden from everybody else for so long, should this function die; otherwise they are given back
 * as soon as it is done. Longer than the function may run.
 */
const HOLD_SECONDS = 30;
/** SQS receives and changes ten messages a call. */
const CALL_LIMIT = 10;
/** Asks all of SQS's servers, not some of them: a short poll may miss what is there. */
const WAIT_SECONDS = 1;
/** No search takes more into its hands: a letter behind them is found when those before it are gone. */
const MOST_HELD = 1_000;
const SEARCH_MS = 8_000;

export type Letter = Message & { MessageId: string; ReceiptHandle: string; Body: string };

type Wanted = { isEnough: (letters: Letter[]) => boolean; now?: () => number };

/** Letters in hand, and what to do with one. */
export type Hold = {
  letters: Letter[];
  /** Takes a letter off the queue for good. */
  remove(letter: Letter): Promise<void>;
};

/** Receives letters until there are enough or no more, lets `work` have them, and gives back all that it did not remove. */
export async function hold<T>(url: string, { isEnough, now = Date.now }: Wanted, work: (held: Hold) => Promise<T>) {
  const letters: Letter[] = [];
  const removed = new Set<Letter>();
  const remove = async (letter: Letter): Promise<void> => {
    await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: letter.ReceiptHandle }));
    removed.add(letter);
  };
  const end = now() + SEARCH_MS;
  try {
    while (!isEnough(letters) && letters.length < MOST_HELD && now() < end) {
      const more = await receive(url);
      if (more.length === 0) break;
      letters.push(...more);
    }
    return await work({ letters, remove });
  } finally {
    await giveBack(
      url,
      letters.filter((letter) => !removed.has(letter)),
    );
  }
}

async function receive(url: string): Promise<Letter[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: CALL_LIMIT,
      VisibilityTimeout: HOLD_SECONDS,
      WaitTimeSeconds: WAIT_SECONDS,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    }),
  );
  return Messages as Letter[];
}

/** A letter that cannot be given back comes back by itself. */
async function giveBack(url: string, letters: Letter[]): Promise<void> {
  const entries = letters.map(({ ReceiptHandle }, at) => ({ Id: `${at}`, ReceiptHandle, VisibilityTimeout: 0 }));
  const calls = Array.from({ length: Math.ceil(entries.length / CALL_LIMIT) }, (_, at) =>
    sqs.send(
      new ChangeMessageVisibilityBatchCommand({
        QueueUrl: url,
        Entries: entries.slice(at * CALL_LIMIT, (at + 1) * CALL_LIMIT),
      }),
    ),
  );
  for (const call of await Promise.allSettled(calls)) {
    if (call.status === 'rejected') logger.warn('letters stay hidden for a while', { reason: String(call.reason) });
  }
}
