import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Listens on loopback. @param port 0 for any free one @returns the port @throws NodeJS.ErrnoException when it is taken */
export function listenOnLoopback(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** Goes away at once: connections under way are cut. */
export function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
