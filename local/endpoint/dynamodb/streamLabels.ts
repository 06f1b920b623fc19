import type { Answer } from '../answer.ts';
import type { Forward } from './forward.ts';

/** A stream's label is its time of creation; the template only ever uses the ARN whole, so one label serves all. */
export const STREAM_LABEL = '2020-01-01T00:00:00.000';

const NAMED = new RegExp(`:table/([\\w.-]+)/stream/${STREAM_LABEL}`, 'g');

/** Sends a call about streams that are named as the template names them, by the labels that the engine knows. */
export type SendToStream = (operation: string, body: string, signal?: AbortSignal) => Promise<Answer>;

/** Both ways: shard iterators carry the ARN. Calls that use the engine's own labels stay as they are. */
export function createSendToStream({ send }: Pick<Forward, 'send'>): SendToStream {
  const ownLabel = async (table: string, signal?: AbortSignal): Promise<string | undefined> => {
    const answer = await send('DescribeTable', JSON.stringify({ TableName: table }), signal);
    const { Table } = JSON.parse(answer.body) as { Table?: { LatestStreamLabel?: string } };
    return Table?.LatestStreamLabel;
  };
  return async (operation, body, signal) => {
    const [table] = Array.from(body.matchAll(NAMED), ([, name]) => name);
    const label = table === undefined ? undefined : await ownLabel(table, signal);
    if (label === undefined) return send(operation, body, signal);
    const answer = await send(operation, body.replaceAll(`/stream/${STREAM_LABEL}`, `/stream/${label}`), signal);
    return { ...answer, body: answer.body.replaceAll(`/stream/${label}`, `/stream/${STREAM_LABEL}`) };
  };
}
