import { z } from 'zod';
import { isUnit, type Unit } from './unit.ts';

/** One value of one metric. `dimensions` may be empty. */
export type Sample = {
  namespace: string;
  name: string;
  dimensions: Record<string, string>;
  unit: Unit;
  /** One or more values, in the order given. */
  values: number[];
  /** Epoch milliseconds. */
  at: number;
};

/** A line that means to be EMF and is not: CloudWatch would make no metric of it. */
export class EmfError extends Error {
  override name = 'EmfError';
}

// CloudWatch User Guide, "Specification: Embedded metric format". Members that are not known are ignored, as it says.
const metric = z.object({
  Name: z.string().min(1).max(1024),
  Unit: z.string().refine(isUnit, 'is no unit of CloudWatch’s').default('None'),
  StorageResolution: z.union([z.literal(1), z.literal(60)]).optional(),
});
const directive = z.object({
  Namespace: z.string().min(1).max(1024),
  Dimensions: z.array(z.array(z.string().min(1).max(250)).max(30)),
  Metrics: z.array(metric).max(100),
});
const document = z.object({
  _aws: z.object({ Timestamp: z.int().nonnegative(), CloudWatchMetrics: z.array(directive) }),
});
const value = z.union([z.number(), z.array(z.number()).min(1).max(100)]);
const dimension = z.string().min(1).max(1024);

/**
 * The samples in a line that a function printed; null when it is no EMF line.
 * @throws {EmfError} saying what is wrong with it
 */
export function readEmf(line: string): Sample[] | null {
  const root = parse(line);
  if (root === null || !Object.hasOwn(root, '_aws')) return null;
  const read = document.safeParse(root);
  if (!read.success) throw new EmfError(describe(read.error));
  const { Timestamp: at, CloudWatchMetrics: directives } = read.data._aws;
  return directives.flatMap(({ Namespace: namespace, Dimensions, Metrics }) => {
    const sets = Dimensions.map((names) => dimensionsOf(root, names));
    // A directive without a dimension set still makes its metrics, without dimensions.
    return (sets.length === 0 ? [{}] : sets).flatMap((dimensions) =>
      Metrics.map(({ Name: name, Unit: unit }) => {
        const values = [target(root, name, value)].flat();
        return { namespace, name, dimensions, unit: unit as Unit, values, at };
      }),
    );
  });
}

function parse(line: string): Record<string, unknown> | null {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch (error) {
    if (!line.includes('"_aws"')) return null;
    throw new EmfError(`it is no JSON: ${(error as Error).message}`);
  }
}

const dimensionsOf = (root: Record<string, unknown>, names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, target(root, name, dimension)]));

/** A member of the root that a directive refers to. */
function target<Value>(root: Record<string, unknown>, name: string, shape: z.ZodType<Value>): Value {
  const read = shape.safeParse(root[name]);
  if (read.success) return read.data;
  throw new EmfError(`${name} is ${JSON.stringify(root[name])}: ${describe(read.error)}`);
}

const describe = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`)).join('; ');
