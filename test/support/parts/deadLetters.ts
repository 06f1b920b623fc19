import { get, operator } from '../cloud/cloud.ts';
import { until } from '../until.ts';

export type DeadLetter = {
  id: string;
  queue: string;
  source: string;
  reason: string;
  body: string;
  receivedCount: number;
  sentAt: string;
};

const LIST = `query Letters($queue: String!, $limit: Int) {
  deadLetters(queue: $queue, limit: $limit) { id queue source reason body receivedCount sentAt }
}`;
export const REDRIVE =
  'mutation Redrive($queue: String!, $ids: [ID!]) { redriveDeadLetters(queue: $queue, ids: $ids) }';
export const DISCARD = 'mutation Discard($queue: String!, $id: ID!) { discardDeadLetter(queue: $queue, id: $id) }';

type IsMine = (letter: DeadLetter) => boolean;

/**
 * The letters of a queue that `isMine` knows, as they are now; they stay where they are, and others' letters with them.
 * @param queue as operators name it: `Audit`, or a stream's consumer and table, like `cacheUpdater.Inventory`
 */
export async function lettersNow(queue: string, isMine: IsMine): Promise<DeadLetter[]> {
  const { deadLetters } = await get(await operator(), LIST, { queue, limit: 100 });
  return (deadLetters as DeadLetter[]).filter(isMine);
}

/** The same, once there are so many. @throws when they do not come in time */
export function lettersOf(queue: string, isMine: IsMine, count = 1): Promise<DeadLetter[]> {
  const ask = async () => {
    const found = await lettersNow(queue, isMine);
    return found.length >= count && found;
  };
  return until(`${count} such dead letters of ${queue}`, ask, 50_000);
}
