import type { NightRange, Patience, SaleMethod } from './generator/job.ts';

/** Where DynamoDB is called: through the local cloud's endpoint, or the engine itself. */
export type Door = 'endpoint' | 'engine';

/** One thing that is measured. Arms of a section take turns, so that what changes meanwhile meets all of them. */
export type Arm = {
  name: string;
  section: 'hot' | 'path';
  /** What a reader calls it. */
  title: string;
  method: SaleMethod;
  patience: Patience;
  door: Door;
  /** How long a write stays in flight, so that writes of one item collide as on AWS; null leaves the engine as it is. */
  overlapMs: number | null;
};

/** The arm that a ratio is over, and the one it is under. */
export type Ratio = { title: string; of: string; to: string; aim?: number };

const OVERLAP_MS = 10;
/** Ends the names of arms with overlap conflicts. */
const OVERLAP = '-overlap';

function exactly(nights: number): NightRange {
  return { least: nights, most: nights };
}

function page(count: number, rest: { booking?: boolean; reads?: boolean } = {}): SaleMethod {
  return { kind: 'page', nights: exactly(count), booking: true, reads: false, ...rest };
}

function version(count: number, booking: boolean): SaleMethod {
  return { kind: 'version', nights: exactly(count), booking };
}

const HOT_METHODS: { name: string; title: string; method: SaleMethod }[] = [
  { name: 'page-only-1', title: '1 night: page, no booking', method: page(1, { booking: false }) },
  { name: 'version-only-1', title: '1 night: version check, no booking', method: version(1, false) },
  { name: 'page-1', title: '1 night: page + booking', method: page(1) },
  { name: 'page-read-1', title: '1 night: read, page + booking', method: page(1, { reads: true }) },
  { name: 'version-1', title: '1 night: version check + booking', method: version(1, true) },
  { name: 'page-3', title: '3 nights: page + booking', method: page(3) },
  { name: 'page-read-3', title: '3 nights: read, page + booking', method: page(3, { reads: true }) },
  { name: 'version-3', title: '3 nights: version check + booking', method: version(3, true) },
];

/** Those that lose something to conflicts, once more with patient clients. */
const PATIENT: Record<'engine' | 'aws', string[]> = {
  engine: ['version-only-1', 'version-1', 'version-3'],
  aws: ['page-1', 'version-1', 'page-3', 'version-3'],
};

function hotArms(mode: 'engine' | 'aws'): Arm[] {
  const overlapMs = mode === 'aws' ? OVERLAP_MS : null;
  return HOT_METHODS.flatMap(({ name, title, method }) => {
    const hasty: Arm = {
      name: mode === 'aws' ? `${name}${OVERLAP}` : name,
      section: 'hot',
      title,
      method,
      patience: 'hasty',
      door: 'endpoint',
      overlapMs,
    };
    const patient: Arm = { ...hasty, name: `${hasty.name}-patient`, title: `${title}, patient`, patience: 'patient' };
    return PATIENT[mode].includes(name) ? [hasty, patient] : [hasty];
  });
}

const MIXED: NightRange = { least: 1, most: 3 };

export const ARMS: Arm[] = [
  ...hotArms('engine'),
  ...hotArms('aws'),
  {
    name: 'book-room',
    section: 'path',
    title: 'bookRoom over HTTP',
    method: { kind: 'graphql', nights: MIXED },
    patience: 'patient',
    door: 'engine',
    overlapMs: null,
  },
  {
    name: 'bare-transaction',
    section: 'path',
    title: 'the same transaction by the bare SDK',
    method: { kind: 'page', nights: MIXED, booking: true, reads: false },
    patience: 'patient',
    door: 'engine',
    overlapMs: null,
  },
];

/** What the page has to beat, by name without the mode; the aims hold where nothing but the methods makes conflicts. */
const HOT_RATIOS: Ratio[] = [
  { title: '1 night, neither with a booking: page to version check', of: 'page-only-1', to: 'version-only-1', aim: 5 },
  { title: '1 night, only the page with a booking: page to version check', of: 'page-1', to: 'version-only-1' },
  { title: '1 night, both with a booking: page to version check', of: 'page-1', to: 'version-1', aim: 5 },
  { title: '3 nights, both with a booking: page to version check', of: 'page-3', to: 'version-3', aim: 10 },
];

export const RATIOS: Ratio[] = [
  ...HOT_RATIOS,
  ...HOT_RATIOS.map(({ title, of, to }) => ({
    title: `${title}, overlap conflicts`,
    of: `${of}${OVERLAP}`,
    to: `${to}${OVERLAP}`,
  })),
  { title: 'bookRoom over HTTP to the bare transaction', of: 'book-room', to: 'bare-transaction', aim: 0.6 },
];
