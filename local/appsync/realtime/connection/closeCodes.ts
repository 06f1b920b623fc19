/** Codes with which the server closes a connection. AppSync's own are not on record. */
export const CLOSE = {
  /** The connection's time is up, or the server stops (RFC 6455: going away). */
  goingAway: 1001,
  /** The client does not read what it is sent (IANA: try again later). */
  tooSlow: 1013,
} as const;

/** For a refused connection: 4400 for HTTP's 400, 4401 for its 401. */
export function refusedCode(errorCode: number): number {
  return 4000 + errorCode;
}
