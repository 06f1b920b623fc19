import type { Demand, SaleMethod } from '../generator/job.ts';
import type { Arm, Ratio } from './arm.ts';

const OVERLAP_MS = 10;

/** Who wants what, and whether writes in flight collide. `suffix` ends the names of its arms. */
type Setting = {
  suffix: string;
  words: string;
  arrivals: Demand['arrivals'];
  overlapMs: number | null;
  /** Methods, by name, that are measured in this setting beside those of all; and those also with patient clients. */
  extra: string[];
  patient: string[];
};

const SETTINGS: Setting[] = [
  {
    suffix: '',
    words: '',
    arrivals: 'spread',
    overlapMs: null,
    extra: ['page-read-1', 'page-read-3'],
    patient: ['version-only-1', 'version-1', 'version-3'],
  },
  { suffix: '-same', words: ', same arrival', arrivals: 'same', overlapMs: null, extra: [], patient: [] },
  {
    suffix: '-overlap',
    words: ', overlap conflicts',
    arrivals: 'spread',
    overlapMs: OVERLAP_MS,
    extra: [],
    patient: ['page-1', 'version-1', 'page-3', 'version-3'],
  },
  {
    suffix: '-same-overlap',
    words: ', same arrival, overlap conflicts',
    arrivals: 'same',
    overlapMs: OVERLAP_MS,
    extra: [],
    patient: [],
  },
];

type Method = { name: string; title: string; isExtra?: boolean; of(arrivals: Demand['arrivals']): SaleMethod };

function page(nights: number, rest: { booking?: boolean; reads?: boolean } = {}): Method['of'] {
  return (arrivals) => ({ kind: 'page', demand: exactly(nights, arrivals), booking: true, reads: false, ...rest });
}

function version(nights: number, booking: boolean): Method['of'] {
  return (arrivals) => ({ kind: 'version', demand: exactly(nights, arrivals), booking });
}

function exactly(nights: number, arrivals: Demand['arrivals']): Demand {
  return { least: nights, most: nights, arrivals };
}

const METHODS: Method[] = [
  { name: 'page-only-1', title: '1 night: page, no booking', of: page(1, { booking: false }) },
  { name: 'version-only-1', title: '1 night: version check, no booking', of: version(1, false) },
  { name: 'page-1', title: '1 night: page + booking', of: page(1) },
  { name: 'page-read-1', title: '1 night: read, page + booking', isExtra: true, of: page(1, { reads: true }) },
  { name: 'version-1', title: '1 night: version check + booking', of: version(1, true) },
  { name: 'page-3', title: '3 nights: page + booking', of: page(3) },
  { name: 'page-read-3', title: '3 nights: read, page + booking', isExtra: true, of: page(3, { reads: true }) },
  { name: 'version-3', title: '3 nights: version check + booking', of: version(3, true) },
];

function armsOf({ suffix, arrivals, overlapMs, extra, patient }: Setting): Arm[] {
  const methods = METHODS.filter(({ name, isExtra }) => !isExtra || extra.includes(name));
  return methods.flatMap((method): Arm[] => {
    const name = `${method.name}${suffix}`;
    const common = { section: 'hot', method: method.of(arrivals), door: 'endpoint', overlapMs } as const;
    const hasty: Arm = { ...common, name, title: method.title, patience: 'hasty' };
    if (!patient.includes(method.name)) return [hasty];
    return [hasty, { ...hasty, name: `${name}-patient`, title: `${method.title}, patient`, patience: 'patient' }];
  });
}

/** One room type and month that all clients want. */
export const HOT_ARMS: Arm[] = SETTINGS.flatMap(armsOf);

const PAIRS: Ratio[] = [
  { title: '1 night without booking: page to version check', of: 'page-only-1', to: 'version-only-1', aim: 5 },
  { title: '1 night, only the page with a booking: page to version check', of: 'page-1', to: 'version-only-1' },
  { title: '1 night with booking: page to version check', of: 'page-1', to: 'version-1', aim: 5 },
  { title: '3 nights with booking: page to version check', of: 'page-3', to: 'version-3', aim: 10 },
];

/** The aims hold where only the methods themselves make conflicts. */
export const HOT_RATIOS: Ratio[] = SETTINGS.flatMap(({ suffix, words, overlapMs }) =>
  PAIRS.map(({ title, of, to, aim }) => ({
    title: `${title}${words}`,
    of: `${of}${suffix}`,
    to: `${to}${suffix}`,
    ...(overlapMs === null && aim !== undefined && { aim }),
  })),
);
