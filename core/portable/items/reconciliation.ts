import type { ReconciliationConflict, ReconciliationRun, ReconciliationStatus } from '../../../generated/types.ts';

/** One run, in the operations table. Times are ISO 8601. */
export type ReconciliationRunItem = {
  pk: string;
  /** Its id, which begins with its start. */
  sk: string;
  status: ReconciliationStatus;
  started_at: string;
  finished_at?: string | null;
  duration_ms?: number | null;
  segments: number;
  segments_failed: number;
  pages_checked: number;
  nights_recomputed: number;
  bookings_checked: number;
  cache_healed: number;
  audit_refilled: number;
  pms_repushed: number;
  queue_woken: number;
  /** Absent: of a run before there were holds. */
  holds_swept?: number | null;
  /** Absent: of a run before there was a waiting list. */
  waitlist_served?: number | null;
  conflicts: number;
  errors: string[];
  /** Epoch seconds. */
  expiry_time: number;
};

export function toReconciliationRun(item: ReconciliationRunItem): ReconciliationRun {
  return {
    id: item.sk,
    status: item.status,
    startedAt: item.started_at,
    finishedAt: item.finished_at ?? null,
    durationMs: item.duration_ms ?? null,
    segments: item.segments,
    segmentsFailed: item.segments_failed,
    pagesChecked: item.pages_checked,
    nightsRecomputed: item.nights_recomputed,
    bookingsChecked: item.bookings_checked,
    cacheHealed: item.cache_healed,
    auditRefilled: item.audit_refilled,
    pmsRepushed: item.pms_repushed,
    queueWoken: item.queue_woken,
    holdsSwept: item.holds_swept ?? 0,
    waitlistServed: item.waitlist_served ?? 0,
    conflicts: item.conflicts,
    errors: item.errors,
  };
}

/** Units sold, and held, as page and bookings tell. */
type ConflictNightItem = {
  date: string;
  by_page: number;
  by_bookings: number;
  held_by_page: number;
  held_by_bookings: number;
};

/** What pages and bookings told differently, in the operations table, once for each version of a page. */
export type ConflictItem = {
  property_id: string;
  /** Sort key of the calendar page. */
  page: string;
  page_version: number;
  nights: ConflictNightItem[];
  is_corrected: boolean;
  found_at: string;
  seen_at: string;
  run_id: string;
  /** Epoch seconds. */
  expiry_time: number;
};

export function toReconciliationConflict(item: ConflictItem): ReconciliationConflict {
  return {
    propertyId: item.property_id,
    roomTypeId: item.page.slice('2026-11#'.length),
    pageVersion: item.page_version,
    nights: item.nights.map((night) => ({
      date: night.date,
      soldByCalendar: night.by_page,
      soldByBookings: night.by_bookings,
      heldByCalendar: night.held_by_page,
      heldByBookings: night.held_by_bookings,
    })),
    corrected: item.is_corrected,
    foundAt: item.found_at,
    seenAt: item.seen_at,
    runId: item.run_id,
  };
}
