import { keepPort, type ReservedPort, reservePort } from '../process/reservePort.ts';

/** A node listens for the others this far above its own port. */
const BUS_OFFSET = 10_000;
const HIGHEST_PORT = 65_535 - BUS_OFFSET;

/** A free port for a node of a cluster, of which that of its bus is free too: both are kept until the release. */
export async function reserveClusterPort(): Promise<ReservedPort> {
  const own = await reservePort(HIGHEST_PORT);
  const bus = await keepPort(own.port + BUS_OFFSET).catch(() => null);
  // Somebody has the other one. Kept until another is found, so that it is not found again.
  if (bus === null) return reserveClusterPort().finally(own.release);
  const release = async (): Promise<void> => void (await Promise.all([own.release(), bus.release()]));
  return { port: own.port, release };
}
