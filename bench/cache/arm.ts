/** One thing that is measured again and again. */
export type CacheArm = {
  name: string;
  section: keyof typeof SECTIONS;
  title: string;
  /** Makes, untimed, what the next piece of work works on. The work answers how many units it did. */
  prepare(): () => Promise<number>;
};

export const SECTIONS = {
  update: { heading: 'Bringing writes into the cache, which is on the same machine', unit: 'records/s' },
  updateFar: { heading: 'Bringing writes into the cache, a millisecond away', unit: 'records/s' },
  read: { heading: 'Reading 7 nights of 50 room types of one property, on the same machine', unit: 'reads/s' },
} as const;

/** Ratio of one arm's figure to another's, by name. */
export type CacheRatio = { title: string; of: string; to: string; aim?: number };
