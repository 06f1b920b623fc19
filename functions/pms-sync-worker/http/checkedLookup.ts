import { lookup as resolve, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from './publicAddresses.ts';

/** The endpoint is no place that bookings may be sent to. */
export class EndpointError extends Error {
  override readonly name = 'EndpointError';
}

/** The services of this machine's own cloud are on loopback: then a PMS may be, too. In an account nothing sets this. */
export function isLocalCloud(awsEndpoint: string | undefined): boolean {
  return awsEndpoint !== undefined && isLoopbackHost(new URL(awsEndpoint).hostname);
}

/** @throws {EndpointError} for anything but https to a name, or http to a loopback address in a local cloud */
export function checkEndpoint(url: URL, allowsLoopback: boolean): void {
  if (allowsLoopback && isLoopbackHost(url.hostname)) return;
  if (url.protocol !== 'https:') throw new EndpointError('endpoint not allowed: not https');
  // A URL's host in brackets is an IPv6 address; of addresses there is no look-up to check.
  if (isIP(url.hostname) || url.hostname.startsWith('[')) throw new EndpointError('endpoint not allowed: an address');
}

function isLoopbackHost(host: string): boolean {
  const address = host.replace(/^\[(.*)\]$/, '$1');
  return host === 'localhost' || (isIP(address) !== 0 && isLoopbackAddress(address));
}

/**
 * Resolves a name for a connection, which then goes to an address that was checked and to no other: a name that answers
 * differently the next time gains nothing. One private address among the answers refuses them all.
 */
export function checkedLookup(allowsLoopback: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const refused = error ?? refusal(hostname, addresses, allowsLoopback);
      if (refused) callback(refused, []);
      else if (options.all) callback(null, addresses);
      else callback(null, addresses[0].address, addresses[0].family);
    });
  };
}

function refusal(hostname: string, addresses: LookupAddress[], allowsLoopback: boolean): Error | null {
  if (allowsLoopback && isLoopbackHost(hostname)) return null;
  const areAllowed = addresses.length > 0 && addresses.every(({ address }) => isPublicAddress(address));
  return areAllowed ? null : new EndpointError('endpoint not allowed: a private address');
}
