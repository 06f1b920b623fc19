import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** Answers one path. */
export type Route = (req: IncomingMessage, res: ServerResponse) => void;
export type Upgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** A port is taken by another program. */
export class PortTakenError extends Error {
  override name = 'PortTakenError';
}

export type HttpServer = {
  port: number;
  /** Opens the doors: until then every request is answered 503. A route whose path ends in `/` takes all that lies below it. */
  serve(routes: Record<string, Route>, upgrades: Record<string, Upgrade>): void;
  /** Takes no new connections; resolves when requests under way are answered and WebSockets are gone, or after 5 s. */
  stop(): Promise<void>;
};

/**
 * Takes a port on loopback before anything else is started, so that the address is known and a taken port is found at once.
 * @param port 0 for any free one
 * @throws {PortTakenError}
 */
export async function listen(port: number): Promise<HttpServer> {
  let routes: Record<string, Route> | null = null;
  let upgrades: Record<string, Upgrade> = {};
  let closed: Promise<void> | undefined;
  const server = createServer((req, res) => {
    (routes === null ? starting : routeTo(pathOf(req), routes))(req, res);
  });
  server.on('upgrade', (req, socket, head) => {
    const upgrade = upgrades[pathOf(req)];
    if (upgrade !== undefined) upgrade(req, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
  });
  await bind(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    serve(givenRoutes, givenUpgrades) {
      routes = givenRoutes;
      upgrades = givenUpgrades;
    },
    stop: () => (closed ??= close(server)),
  };
}

const pathOf = (req: IncomingMessage): string => (req.url ?? '/').split('?', 1)[0] ?? '/';

function routeTo(path: string, routes: Record<string, Route>): Route {
  const above = Object.keys(routes).find((each) => each.length > 1 && each.endsWith('/') && path.startsWith(each));
  return routes[path] ?? routes[above ?? ''] ?? notFound;
}

const starting: Route = (_, res) => void res.writeHead(503, { 'retry-after': '1' }).end('Keyrack is starting.\n');
const notFound: Route = (req, res) => void res.writeHead(404).end(`Nothing is served at ${pathOf(req)}.\n`);

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(`port ${port} is taken by another program`) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** Requests under way are answered; connections that are idle, and WebSockets, are closed. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), 5_000);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
