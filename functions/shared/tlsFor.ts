import { isIPv4 } from 'node:net';

/** Encryption to every address but a loopback one, which no engine in an account has. */
export function tlsFor(host: string): { servername: string } | undefined {
  const isLoopback = host === '::1' || host === 'localhost' || (isIPv4(host) && host.startsWith('127.'));
  return isLoopback ? undefined : { servername: host };
}
