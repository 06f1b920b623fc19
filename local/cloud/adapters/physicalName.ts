import { createHash } from 'node:crypto';

/**
 * A name for a resource that the template does not name. The same stack and logical id always give the same name, so
 * data of an earlier run is found again. Too long a name is cut and gets a hash.
 * @param limit in characters, the service's own
 */
export function physicalName(stackName: string, logicalId: string, limit: number): string {
  const name = `${stackName}-${logicalId}`;
  if (name.length <= limit) return name;
  return `${name.slice(0, limit - 9)}-${digest(name, 16).slice(0, 8)}`;
}

/** An id as a service would hand out: `length` lower-case letters and digits, the same for the same seed. */
export function serviceId(seed: string, length: number): string {
  return digest(seed, 36).slice(0, length);
}

function digest(seed: string, radix: 16 | 36): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return radix === 16 ? hex : BigInt(`0x${hex}`).toString(36);
}
