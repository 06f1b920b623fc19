import type { PageChange } from '../../core/overbooking/detection/detectOverbookings.ts';
import { versionWarning } from '../../core/overbooking/detection/versionWarning.ts';
import { logger } from '../shared/logger.ts';
import { measure } from '../shared/measure.ts';

/** Warns of a write that did not count itself, or undid another: somebody writes pages past the rules. */
export function warnOfVersion(change: PageChange): void {
  const warning = versionWarning(change);
  if (!warning) return;
  logger.warn('page version', warning);
  measure('VersionWarnings', 1);
}
