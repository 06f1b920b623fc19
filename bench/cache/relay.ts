import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { parentPort, Worker, workerData } from 'node:worker_threads';

/** A timer's least: with it an answer takes a little over a millisecond, about the way to another availability zone and back. */
const DELAY_MS = 1;

type Ends = { port: number };

/** A way to a port of this machine on which every answer takes a millisecond more, in a thread of its own. */
export async function startRelay(to: number): Promise<Ends & { stop(): Promise<void> }> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { port: to } satisfies Ends });
  const [port] = (await once(worker, 'message')) as [number];
  return {
    port,
    stop: async () => {
      await worker.terminate();
    },
  };
}

async function relay({ port }: Ends, tell: (port: number) => void): Promise<void> {
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port, host: '127.0.0.1', noDelay: true });
    near.pipe(far);
    // Timers of one length fire in the order in which they were set.
    far.on('data', (answer) => setTimeout(() => near.write(answer), DELAY_MS));
    end(near, far);
    end(far, near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  tell((server.address() as AddressInfo).port);
}

function end(one: Socket, other: Socket): void {
  one.on('error', () => undefined);
  one.on('close', () => other.destroy());
}

if (parentPort) await relay(workerData as Ends, (port) => parentPort?.postMessage(port));
