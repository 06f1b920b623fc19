/**
 * For each night of a month the newest source version applied to it, written short as runs: `0-9:5,10-30:7` says that
 * nights 0 to 9 have version 5. A whole month set by one message is one run, so a page stays small.
 */
export type NightRuns = string;

/** Versions by night; 0 where none was applied. */
export function parseRuns(runs: NightRuns | undefined, nights: number): number[] {
  const versions = new Array<number>(nights).fill(0);
  for (const run of runs ? runs.split(',') : []) {
    const [range, version] = run.split(':');
    const [from, to] = range.split('-').map(Number);
    versions.fill(Number(version), from, to + 1);
  }
  return versions;
}

export function formatRuns(versions: number[]): NightRuns {
  const runs: string[] = [];
  for (let from = 0; from < versions.length; ) {
    let to = from;
    while (to + 1 < versions.length && versions[to + 1] === versions[from]) to++;
    if (versions[from] !== 0) runs.push(`${from}-${to}:${versions[from]}`);
    from = to + 1;
  }
  return runs.join(',');
}
