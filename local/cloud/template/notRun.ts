/**
 * What a reference to a resource without local meaning (a VPC, a log group) evaluates to. It spreads through
 * `Fn::Join` and `Fn::Sub`, may end in a property that is skipped, and is an error anywhere else.
 */
export class NotRun {
  readonly logicalId: string;
  readonly type: string;

  constructor(logicalId: string, type: string) {
    this.logicalId = logicalId;
    this.type = type;
  }
}

/** The first value that stands for a resource that is not run, at any depth, or undefined. */
export function findNotRun(value: unknown): NotRun | undefined {
  if (value instanceof NotRun) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const item of Object.values(value)) {
    const found = findNotRun(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
