import type { PartHealth } from '../../../generated/types.ts';
import { logger } from '../../shared/logger.ts';
import { inTime } from '../inTime.ts';

/** A part of the service. `ask` resolves when it is well, with words when only some of it is, and throws when it is not. */
export type Part = { name: string; isEssential: boolean; ask: () => Promise<string | null> };

/** Asks a part, once and not for long. */
export async function probe({ name, isEssential, ask }: Part): Promise<PartHealth & { isEssential: boolean }> {
  const begun = Date.now();
  const state = await inTime(ask()).then(
    (message) => ({ status: message === null ? ('OK' as const) : ('DEGRADED' as const), message }),
    (error: unknown) => ({ status: 'DOWN' as const, message: error instanceof Error ? error.message : String(error) }),
  );
  if (state.message !== null) logger.warn('part is not well', { part: name, reason: state.message });
  return { name, isEssential, latencyMs: Date.now() - begun, ...state };
}
