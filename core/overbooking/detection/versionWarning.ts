import type { PageChange } from './detectOverbookings.ts';

/** A page whose version did not rise by exactly one: a write was missed, did not count itself, or undid a newer one. */
export type VersionWarning = {
  kind: 'GAP' | 'REPEAT' | 'REVERSAL';
  property_id: string;
  page: string;
  /** 0 for a page that is new. */
  before: number;
  after: number;
};

/** Looks at one change on its own, so a record that is delivered twice warns of nothing new. Null where all is well. */
export function versionWarning({ before, after }: PageChange): VersionWarning | null {
  const from = before?.version ?? 0;
  const rise = after.version - from;
  if (rise === 1) return null;
  const kind = rise > 1 ? 'GAP' : rise === 0 ? 'REPEAT' : 'REVERSAL';
  return { kind, property_id: after.property_id, page: after.page, before: from, after: after.version };
}
