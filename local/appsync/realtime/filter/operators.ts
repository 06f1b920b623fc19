/**
 * The operators of enhanced filtering. `value` is what the filter compares with, `field` what was published.
 * Source: AppSync developer guide, "Enhanced subscription filtering" (operators and their value types, 5 values for
 * `in`, 20 for `containsAny`) and the types of @aws-appsync/utils.
 *
 * Not on record is what AppSync makes of a field that is missing, null or of another type than the value. Here it
 * meets no operator, the negative ones included: an object nobody can judge is not handed out.
 */
export type Operator = {
  /** Completes "value must be ...". */
  expects: string;
  accepts(value: unknown): boolean;
  /** @param value one that `accepts` let through */
  holds(field: unknown, value: never): boolean;
};

type Orderable = string | number;
type Scalar = Orderable | boolean;

const IN_VALUES = 5;
const CONTAINS_ANY_VALUES = 20;

const isOrderable = (value: unknown): value is Orderable =>
  typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
const isScalar = (value: unknown): value is Scalar => isOrderable(value) || typeof value === 'boolean';
const sameType = (a: unknown, b: unknown): boolean => typeof a === typeof b;
const isContainer = (field: unknown, value: Orderable): field is string | unknown[] =>
  Array.isArray(field) || (typeof field === 'string' && typeof value === 'string');

const equality = (holds: (field: unknown, value: Scalar) => boolean): Operator => ({
  expects: 'a string, a number or a boolean',
  accepts: isScalar,
  holds,
});

const comparison = (holds: (field: Orderable, value: Orderable) => boolean): Operator => ({
  expects: 'a string or a number',
  accepts: isOrderable,
  holds: (field, value: Orderable) => isOrderable(field) && sameType(field, value) && holds(field, value),
});

/** In a string a part of it, in a list an element of it. */
const containment = (holds: (contained: boolean) => boolean): Operator => ({
  expects: 'a string or a number',
  accepts: isOrderable,
  holds: (field, value: Orderable) => isContainer(field, value) && holds(field.includes(value as string)),
});

const isList = (value: unknown, most: number): value is Orderable[] =>
  Array.isArray(value) && value.length >= 1 && value.length <= most && value.every(isOrderable);

const membership = (holds: (member: boolean) => boolean): Operator => ({
  expects: `a list of 1 to ${IN_VALUES} strings or numbers`,
  accepts: (value) => isList(value, IN_VALUES),
  holds: (field, value: Orderable[]) =>
    isOrderable(field) && value.every((each) => sameType(field, each)) && holds(value.includes(field)),
});

export const OPERATORS: Readonly<Record<string, Operator>> = {
  eq: equality((field, value) => field === value),
  ne: equality((field, value) => isScalar(field) && sameType(field, value) && field !== value),
  le: comparison((field, value) => field <= value),
  lt: comparison((field, value) => field < value),
  ge: comparison((field, value) => field >= value),
  gt: comparison((field, value) => field > value),
  contains: containment((contained) => contained),
  notContains: containment((contained) => !contained),
  beginsWith: {
    expects: 'a string',
    accepts: (value) => typeof value === 'string',
    holds: (field, value: string) => typeof field === 'string' && field.startsWith(value),
  },
  in: membership((member) => member),
  notIn: membership((member) => !member),
  /** Both ends count. */
  between: {
    expects: 'a list of two strings or two numbers, the lower first',
    accepts: (value) =>
      isList(value, 2) && value.length === 2 && sameType(value[0], value[1]) && value[0]! <= value[1]!,
    holds: (field, [low, high]: [Orderable, Orderable]) =>
      isOrderable(field) && sameType(field, low) && field >= low && field <= high,
  },
  containsAny: {
    expects: `a list of 1 to ${CONTAINS_ANY_VALUES} strings or numbers`,
    accepts: (value) => isList(value, CONTAINS_ANY_VALUES),
    holds: (field, value: Orderable[]) => Array.isArray(field) && value.some((each) => field.includes(each)),
  },
};
