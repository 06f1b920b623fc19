import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { admit } from './connection/admit.ts';
import { CLOSE, refusedCode } from './connection/closeCodes.ts';
import { openConnection } from './connection/connection.ts';
import { closeSocket, createOutbox, type Outbox } from './connection/outbox.ts';
import type { RealtimeHost, RealtimeHub } from './contract.ts';
import { createHub } from './hub/hub.ts';
import { settingsOf, type RealtimeOptions } from './options.ts';
import { chooseSubprotocol, requestUrl } from './protocol/handshake.ts';
import type { ConnectionError } from './protocol/serverMessage.ts';

export type RealtimeServer = {
  hub: RealtimeHub;
  /** For an HTTP server's `upgrade` event. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes every connection and takes no new one; resolves when all are gone. */
  close(): Promise<void>;
  /** How many connections are open, refused ones not counted. */
  connections(): number;
};

/** Where AppSync serves real time on a custom domain. */
export const REALTIME_PATH = '/graphql/realtime';

/**
 * AppSync's real-time side over WebSockets: the protocol of the developer guide's "Building a real-time WebSocket
 * client", with the limits of one connection. What a subscription is and who may have it the host decides.
 */
export function createRealtimeServer(host: RealtimeHost, options: RealtimeOptions): RealtimeServer {
  const settings = settingsOf(options);
  const hub = createHub();
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: settings.limits.messageBytes,
    handleProtocols: chooseSubprotocol,
  });
  const open = new Set<WebSocket>();
  let closing = false;

  const welcome = (socket: WebSocket, outbox: Outbox): void => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    openConnection(socket, outbox, { host, hub, settings });
  };

  const upgrade = async (request: IncomingMessage, raw: Duplex, head: Buffer): Promise<void> => {
    if (requestUrl(request)?.pathname !== REALTIME_PATH) return decline(raw, 404);
    const onGone = (error: Error): void => settings.log(`realtime: a client left while connecting: ${error.message}`);
    raw.on('error', onGone);
    const refusal = await admit(request, host, settings.log);
    raw.off('error', onGone);
    if (closing) return decline(raw, 503);
    sockets.handleUpgrade(request, raw, head, (socket) => {
      socket.on('error', (error) => settings.log(`realtime: a connection failed: ${error.message}`));
      const outbox = createOutbox(socket, settings);
      if (refusal === null) welcome(socket, outbox);
      else refuse(outbox, refusal);
    });
  };

  return {
    hub,
    handleUpgrade: (request, socket, head) => void upgrade(request, socket, head),
    async close() {
      closing = true;
      const gone = [...sockets.clients].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
      for (const socket of sockets.clients) closeSocket(socket, CLOSE.goingAway, 'The server is stopping', settings);
      await Promise.all(gone);
    },
    connections: () => open.size,
  };
}

/** A refused client gets an open socket all the same: only there can it be told why. */
function refuse(outbox: Outbox, refusal: ConnectionError): void {
  outbox.send({ type: 'connection_error', payload: { errors: [refusal] } });
  outbox.close(refusedCode(refusal.errorCode), refusal.errorType ?? refusal.message);
}

function decline(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
