/** A run every five minutes, for a day. */
export const SLOTS = 288;

/**
 * Which of the day's runs counts all of a property's nights anew. The same for ever, and about as many properties to
 * each run: FNV-1a (32 bits), by Fowler, Noll and Vo.
 */
export function slotOf(propertyId: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < propertyId.length; at += 1) {
    hash ^= propertyId.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) % SLOTS;
}

export const nextSlot = (slot: number): number => (slot + 1) % SLOTS;
