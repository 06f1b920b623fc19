import { z } from 'zod';

/** Text; CloudFormation takes a number where text is due. */
export const text = z.union([z.string(), z.number().transform(String)]);

/** CloudFormation takes `"true"` for true. */
export const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]);

/** CloudFormation takes `"60"` for 60. */
export const whole = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
]);

/** A map of text, such as environment variables. */
export const textMap = z.record(z.string(), text);

/** A property that is known and has no effect on one machine: `why` says why. */
export const skip = (why: string) => z.unknown().optional().meta({ skipped: why });

/** Skips that many types share. */
export const tags = skip('tags only matter in an account');

/** A strict object: properties it does not name are refused by name. */
export const properties = z.strictObject;
