import { z } from 'zod';

const often = {
  /** The next so many calls; every call where absent. */
  times: z.int().positive().optional(),
  /** The share of calls, 0 to 1; every call where absent. */
  rate: z.number().min(0).max(1).optional(),
};
/** Is what was asked done before the fault? Its answer is what gets lost then. */
const applied = z.boolean().default(false);

export const behaviourShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('well') }),
  /** Answers as always, so many milliseconds later. */
  z.strictObject({ kind: z.literal('slow'), milliseconds: z.int().min(0).max(600_000), ...often }),
  z.strictObject({
    kind: z.literal('fail'),
    status: z.int().min(300).max(599),
    /** The header's value, seconds or an HTTP date. */
    retryAfter: z.string().optional(),
    applied,
    ...often,
  }),
  /** 200 with something that nobody says. */
  z.strictObject({ kind: z.literal('garbage'), applied, ...often }),
  /** Takes the message and never answers. */
  z.strictObject({ kind: z.literal('hang'), applied, ...often }),
  /** Cuts every connection: nobody is there, or goes away before the answer. */
  z.strictObject({ kind: z.literal('gone'), applied, ...often }),
]);

/** How a simulated system answers calls. */
export type Behaviour = z.output<typeof behaviourShape>;
export type BehaviourInput = z.input<typeof behaviourShape>;

export const WELL: Behaviour = { kind: 'well' };
