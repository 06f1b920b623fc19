import type { WebSocket } from 'ws';
import type { RealtimeSettings } from '../options.ts';
import type { ServerMessage } from '../protocol/serverMessage.ts';
import { CLOSE } from './closeCodes.ts';

/** The sending side of one socket, with a bound on what may wait in it. */
export type Outbox = {
  /** False when the message was not sent: it is too large, or the socket is closing. */
  send(message: ServerMessage): boolean;
  close(code: number, reason: string): void;
};

/**
 * A client that reads slower than it is sent to holds memory here, so it is closed at `bufferedBytes` (at most one
 * message more). AppSync does the like, with limits it does not publish.
 */
export function createOutbox(socket: WebSocket, settings: RealtimeSettings): Outbox {
  const { limits, log } = settings;
  const close = (code: number, reason: string): void => closeSocket(socket, code, reason, settings);

  const send = (message: ServerMessage): boolean => {
    if (socket.readyState !== socket.OPEN) return false;
    const text = JSON.stringify(message);
    const bytes = Buffer.byteLength(text);
    if (bytes > limits.messageBytes) {
      log(`realtime: dropped a ${describe(message)} of ${bytes} bytes; AppSync sends at most ${limits.messageBytes}.`);
      return false;
    }
    socket.send(text);
    if (socket.bufferedAmount > limits.bufferedBytes) {
      log(`realtime: closed a connection that has ${socket.bufferedAmount} bytes waiting to be read.`);
      close(CLOSE.tooSlow, `Too slow: more than ${limits.bufferedBytes} bytes are waiting to be read`);
    }
    return true;
  };
  return { send, close };
}

/** Says goodbye; a client that does not answer within the grace is cut off. */
export function closeSocket(socket: WebSocket, code: number, reason: string, settings: RealtimeSettings): void {
  if (socket.readyState !== socket.OPEN) return;
  socket.close(code, reason);
  const cancel = settings.timers.after(settings.limits.closeGraceMs, () => socket.terminate());
  socket.once('close', cancel);
}

function describe(message: ServerMessage): string {
  return 'id' in message ? `${message.type} message for subscription ${message.id}` : `${message.type} message`;
}
