import { describe, expect, test } from 'vitest';
import { faultOf, runBody } from '../../testing/evaluate.ts';

describe('runtime.earlyReturn', () => {
  test('ends the handler with a value and where to go on', () => {
    expect(runBody('ctx.stash.a = 1; runtime.earlyReturn({ b: 2 });')).toMatchObject({
      kind: 'earlyReturn',
      value: { b: 2 },
      skipTo: 'NEXT',
      stash: { a: 1 },
    });
    expect(runBody("runtime.earlyReturn(null, { skipTo: 'END' });")).toMatchObject({ value: null, skipTo: 'END' });
    expect(runBody('runtime.earlyReturn();')).toMatchObject({ kind: 'earlyReturn', value: null });
    expect(faultOf("runtime.earlyReturn(1, { skipTo: 'LAST' })")).toContain('skipTo is "END" or "NEXT"');
  });
});

describe('extensions', () => {
  const subscription = {
    info: {
      fieldName: 'f',
      parentTypeName: 'Subscription',
      variables: {},
      selectionSetList: [],
      selectionSetGraphQL: '',
    },
  };
  const filter = '{ filterGroup: [{ filters: [{ fieldName: "a", operator: "eq", value: 1 }] }] }';
  const made = { filterGroup: [{ filters: [{ fieldName: 'a', operator: 'eq', value: 1 }] }] };

  test('a subscription sets its filters in its response handler', () => {
    expect(runBody(`extensions.setSubscriptionFilter(${filter}); return null;`, subscription)).toMatchObject({
      extensions: { subscriptionFilter: made, invalidations: [] },
    });
    expect(
      runBody(`extensions.setSubscriptionInvalidationFilter(${filter}); return null;`, subscription),
    ).toMatchObject({
      extensions: { subscriptionInvalidationFilter: made },
    });
  });

  test('a mutation invalidates subscriptions, five times at most', () => {
    const call = "extensions.invalidateSubscriptions({ subscriptionField: 'onA', payload: { b: 1 } });";
    expect(runBody(call.repeat(2)).extensions.invalidations).toEqual([
      { subscriptionField: 'onA', payload: { b: 1 } },
      { subscriptionField: 'onA', payload: { b: 1 } },
    ]);
    expect(runBody(call.repeat(6))).toMatchObject({ kind: 'error', error: { errorType: 'Code' } });
  });

  test('elsewhere they are refused', () => {
    expect(faultOf(`extensions.setSubscriptionFilter(${filter})`)).toContain(
      'response handler of a Subscription field',
    );
    expect(faultOf('extensions.invalidateSubscriptions({})', subscription)).toContain('of a Mutation field');
    expect(faultOf('extensions.setSubscriptionFilter(null)', subscription)).toContain('filterGroup');
  });
});
