import { createServer, type AddressInfo } from 'node:net';

/** A port that nobody else gets until it is released, right before its engine binds it. */
export type ReservedPort = { port: number; release(): Promise<void> };

/**
 * Takes a free port on the loopback interface and keeps it. Releasing it twice is fine.
 * @param most the highest that will do
 */
export async function reservePort(most = 65_535): Promise<ReservedPort> {
  const reserved = await keepPort(0);
  if (reserved.port <= most) return reserved;
  // Kept until another is found, so that it is not found again.
  return reservePort(most).finally(reserved.release);
}

/** Keeps this port of the loopback interface, or with 0 a free one. @throws where somebody has it */
export function keepPort(wanted: number): Promise<ReservedPort> {
  return new Promise((resolve, reject) => {
    // Whoever connects is told at once that nothing is there: an engine may never come.
    const server = createServer((socket) => void socket.destroy());
    server.once('error', reject);
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const release = (): Promise<void> => new Promise((released) => void server.close(() => released()));
      // A reservation is no reason to stay alive.
      server.unref();
      resolve({ port, release });
    });
  });
}
