import type { HostServices } from '../host/services.ts';
import { Failure } from './intrinsics.ts';

let services: HostServices | null = null;

/** Called once by the host, before any bundle runs. */
export function connectHost(given: HostServices): void {
  services = given;
}

/** What Node does for the realm. Only strings and numbers may cross. */
export function host(): HostServices {
  if (!services) throw new Failure('The realm is not connected to its host');
  return services;
}
