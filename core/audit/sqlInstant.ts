/** An ISO 8601 instant as MySQL writes a DATETIME(3) in UTC. @throws {RangeError} where it is none */
export function sqlInstant(iso: string): string {
  return new Date(iso).toISOString().slice(0, 23).replace('T', ' ');
}

/** A DATETIME(3) in UTC as ISO 8601 with milliseconds, also where they are 0 and left out. */
export function isoInstant(sql: string): string {
  return new Date(`${sql.replace(' ', 'T')}Z`).toISOString();
}
