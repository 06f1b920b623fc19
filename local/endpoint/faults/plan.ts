import type { FaultPlan, FaultRule } from '../../cloud/contract.ts';
import { DATA_OPERATIONS } from '../dynamodb/operations.ts';
import { seededRandom } from './random.ts';

/** A rule with its own stream of chances, so that one rule more does not change when the others strike. */
export type ActiveRule = { kind: FaultRule['kind']; strikes(): boolean };

/** Operations of other services that faults may befall. */
const OTHERS = ['SendEmail'];
const OPERATIONS = [...DATA_OPERATIONS, ...OTHERS];

const CONFLICTING = new Set(['TransactWriteItems', 'TransactGetItems', 'PutItem', 'UpdateItem', 'DeleteItem']);

/**
 * The rules by operation, in the plan's order.
 * @throws {RangeError} for a rate outside 0 to 1, an unknown operation, a conflict of an operation that knows none, or a
 * negative `inFlightMs`
 */
export function activateRules(plan: FaultPlan): Map<string, ActiveRule[]> {
  if (plan.overlap !== undefined && !(plan.overlap.inFlightMs >= 0)) {
    throw new RangeError(`A fault plan's inFlightMs must be 0 or more, not ${plan.overlap.inFlightMs}.`);
  }
  const byOperation = new Map<string, ActiveRule[]>();
  plan.rules.forEach((rule, index) => {
    check(rule);
    const random = seededRandom(plan.seed + index * 0x9e3779b1);
    const active: ActiveRule = { kind: rule.kind, strikes: () => random() < rule.rate };
    for (const operation of rule.operations)
      byOperation.set(operation, [...(byOperation.get(operation) ?? []), active]);
  });
  return byOperation;
}

function check({ kind, operations, rate }: FaultRule): void {
  if (!(rate >= 0 && rate <= 1)) throw new RangeError(`The rate of ${kind} must lie between 0 and 1, not ${rate}.`);
  for (const operation of operations) {
    if (!OPERATIONS.includes(operation)) {
      throw new RangeError(
        `Faults befall DynamoDB's data operations and SES's SendEmail (${OPERATIONS.join(', ')}), not ${operation}.`,
      );
    }
    if (kind === 'transactionConflict' && !CONFLICTING.has(operation)) {
      throw new RangeError(
        `${operation} never fails with a transaction conflict; these do: ${[...CONFLICTING].join(', ')}.`,
      );
    }
  }
}
