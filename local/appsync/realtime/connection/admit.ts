import type { IncomingMessage } from 'node:http';
import { RequestError } from '../../errors/requestError.ts';
import type { RealtimeHost } from '../contract.ts';
import { toConnectionError } from '../protocol/errors.ts';
import { HandshakeError, readHandshake } from '../protocol/handshake.ts';
import type { ConnectionError } from '../protocol/serverMessage.ts';

/**
 * May this connection open? Null when it may. The caller itself is of no use later: every `start` brings its own
 * authorization. Never rejects.
 */
export async function admit(
  request: IncomingMessage,
  host: RealtimeHost,
  log: (line: string) => void,
): Promise<ConnectionError | null> {
  try {
    await host.authenticate({ path: '/graphql/connect', ...readHandshake(request) });
    return null;
  } catch (error) {
    if (error instanceof HandshakeError) return error.refusal;
    if (!(error instanceof RequestError)) log(`realtime: a connection could not be authorized: ${String(error)}`);
    return toConnectionError(error);
  }
}
