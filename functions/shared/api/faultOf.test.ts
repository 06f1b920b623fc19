import { describe, expect, it } from 'vitest';
import { isPoison } from '../batch/poison.ts';
import { faultOf, type GraphqlError } from './faultOf.ts';

const coerced = "Variable 'property_id' has coerced Null value for NonNull type 'ID!'";
const undefinedField = "Validation error of type FieldUndefined: Field 'x' in type 'Query' is undefined @ 'x'";

describe('the errors of an answer', () => {
  it.each<[string, boolean, GraphqlError]>([
    ['a value that does not fit the schema', true, { message: coerced }],
    ['a value that cannot be told', true, { message: "Can't serialize value (/a) : no date", errorType: null }],
    ['a refusal of the catalogue', true, { message: 'Too long.', errorType: 'InvalidInput' }],
    ['a refusal that may pass', false, { message: 'Try again.', errorType: 'BookingContention' }],
    ['a document ahead of its schema', false, { message: undefinedField }],
    ['a throttled call', false, { message: 'Rate exceeded', errorType: 'TooManyRequestsException' }],
    ['a fault of the service', false, { message: 'Internal error', errorType: 'InternalFailure' }],
  ])('%s: poison is %s', (_, poison, error) => {
    expect(isPoison(faultOf([error]))).toBe(poison);
  });

  it('are all told', () => {
    expect(faultOf([{ message: 'one' }, { message: 'two' }]).message).toBe('one; two');
  });
});
