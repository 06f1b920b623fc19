import type { RealtimeError } from '../contract.ts';

/** Why a connection is refused. Where AppSync names the fault in the message alone there is no `errorType`. */
export type ConnectionError = { errorType?: string; message: string; errorCode: number };

/** What the server says. Shapes: AppSync developer guide, "Building a real-time WebSocket client". */
export type ServerMessage =
  | { type: 'connection_ack'; payload: { connectionTimeoutMs: number } }
  | { type: 'connection_error'; payload: { errors: ConnectionError[] } }
  | { type: 'ka' }
  | { type: 'start_ack'; id: string }
  | { type: 'data'; id: string; payload: { data?: unknown; errors?: unknown[] } }
  | { type: 'complete'; id: string }
  /** With an `id`: that subscription does not exist (any more). Without: the message could not be told apart. */
  | { type: 'error'; id?: string; payload: { errors: RealtimeError[] } };

export function errorMessage(id: string | undefined, ...errors: RealtimeError[]): ServerMessage {
  return { type: 'error', ...(id === undefined ? {} : { id }), payload: { errors } };
}
