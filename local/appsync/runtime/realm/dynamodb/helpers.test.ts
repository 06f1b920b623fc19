import { describe, expect, test } from 'vitest';
import { evaluate, faultOf } from '../../testing/evaluate.ts';

const updateOf = (update: string) =>
  (evaluate(`ddb.update({ key: { id: '1' }, update: ${update} })`) as { update: unknown }).update;

describe('requests, as reported of AWS', () => {
  test.each([
    ["ddb.get({ key: { id: 'id' } })", { operation: 'GetItem', key: { id: { S: 'id' } } }],
    [
      "ddb.get({ key: { id: 1 }, consistentRead: true, projection: ['id', 'a.b', 'a.c', 'list[1].d'] })",
      {
        operation: 'GetItem',
        key: { id: { N: 1 } },
        consistentRead: true,
        projection: {
          expression: '#expName_1, #expName_2.#expName_3, #expName_2.#expName_4, #expName_5[1].#expName_6',
          expressionNames: {
            '#expName_1': 'id',
            '#expName_2': 'a',
            '#expName_3': 'b',
            '#expName_4': 'c',
            '#expName_5': 'list',
            '#expName_6': 'd',
          },
        },
      },
    ],
    [
      "ddb.put({ key: { id: 'a' }, item: { value: 10 }, condition: { id: { attributeExists: false } }, _version: 3 })",
      {
        operation: 'PutItem',
        key: { id: { S: 'a' } },
        attributeValues: { value: { N: 10 } },
        condition: { expression: '(attribute_not_exists(#id))', expressionNames: { '#id': 'id' } },
        _version: 3,
      },
    ],
    ["ddb.remove({ key: { id: 'test' }, condition: null })", { operation: 'DeleteItem', key: { id: { S: 'test' } } }],
    ["ddb.scan({ limit: 10, nextToken: 'abc' })", { operation: 'Scan', limit: 10, nextToken: 'abc' }],
    ['ddb.scan()', { operation: 'Scan' }],
    [
      "ddb.query({ query: { a: { eq: 'x' }, b: { beginsWith: 'y' } }, index: 'gsi', scanIndexForward: false, filter: { c: { gt: 1 } } })",
      {
        operation: 'Query',
        query: {
          expression: '(#a = :a_eq) AND (begins_with(#b,:b_beginsWith))',
          expressionNames: { '#a': 'a', '#b': 'b' },
          expressionValues: { ':a_eq': { S: 'x' }, ':b_beginsWith': { S: 'y' } },
        },
        index: 'gsi',
        scanIndexForward: false,
        filter: { expression: '(#c > :c_gt)', expressionNames: { '#c': 'c' }, expressionValues: { ':c_gt': { N: 1 } } },
      },
    ],
    ['ddb.sync({ limit: 10, lastSync: 1 })', { operation: 'Sync', limit: 10, lastSync: 1 }],
    [
      "ddb.batchGet({ tables: { t: { keys: [{ id: '1' }], projection: ['id'] }, u: { keys: [{ id: '2' }], consistentRead: true } } })",
      {
        operation: 'BatchGetItem',
        tables: {
          t: {
            keys: [{ id: { S: '1' } }],
            projection: { expression: '#expName_1', expressionNames: { '#expName_1': 'id' } },
          },
          u: { keys: [{ id: { S: '2' } }], consistentRead: true },
        },
      },
    ],
    [
      "ddb.batchPut({ tables: { t: [{ id: '1' }] } })",
      { operation: 'BatchPutItem', tables: { t: [{ id: { S: '1' } }] } },
    ],
    [
      "ddb.batchDelete({ tables: { t: [{ id: '1' }] } })",
      { operation: 'BatchDeleteItem', tables: { t: [{ id: { S: '1' } }] } },
    ],
    [
      "ddb.transactGet({ items: [{ table: 't', key: { id: '1' } }] })",
      { operation: 'TransactGetItems', transactItems: [{ table: 't', key: { id: { S: '1' } } }] },
    ],
  ])('%s', (expression, request) => {
    expect(evaluate(expression)).toEqual(request);
  });

  test('transactWrite has one item of each kind', () => {
    const request = evaluate(`ddb.transactWrite({ items: [
      { putItem: { table: 't', key: { id: '1' }, item: { a: 1 } } },
      { updateItem: { table: 't', key: { id: '2' }, update: { n: ddb.operations.increment() } } },
      { deleteItem: { table: 't', key: { id: '3' }, condition: { v: { eq: 1 } } } },
      { conditionCheck: { table: 't', key: { id: '4' }, condition: { v: { attributeExists: true } } } },
    ] })`);
    const condition = {
      expression: '(#v = :v_eq)',
      expressionNames: { '#v': 'v' },
      expressionValues: { ':v_eq': { N: 1 } },
    };
    expect(request).toEqual({
      operation: 'TransactWriteItems',
      transactItems: [
        { table: 't', operation: 'PutItem', key: { id: { S: '1' } }, attributeValues: { a: { N: 1 } } },
        {
          table: 't',
          operation: 'UpdateItem',
          key: { id: { S: '2' } },
          update: {
            expression: 'SET #expName_1 = #expName_1 + :expValue_1',
            expressionNames: { '#expName_1': 'n' },
            expressionValues: { ':expValue_1': { N: 1 } },
          },
        },
        { table: 't', operation: 'DeleteItem', key: { id: { S: '3' } }, condition },
        {
          table: 't',
          operation: 'ConditionCheck',
          key: { id: { S: '4' } },
          condition: { expression: '(attribute_exists(#v))', expressionNames: { '#v': 'v' } },
        },
      ],
    });
  });
});

describe('update expressions, as reported of AWS', () => {
  test.each([
    ['{ age: ddb.operations.add(10) }', 'SET #expName_1 = :expValue_1', { N: 10 }],
    ['{ age: ddb.operations.replace(10) }', 'SET #expName_1 = :expValue_1', { N: 10 }],
    ['{ age: 10 }', 'SET #expName_1 = :expValue_1', { N: 10 }],
    ['{ age: null }', 'SET #expName_1 = :expValue_1', { NULL: null }],
    ['{ age: [1] }', 'SET #expName_1 = :expValue_1', { L: [{ N: 1 }] }],
    ['{ age: ddb.operations.increment(2) }', 'SET #expName_1 = #expName_1 + :expValue_1', { N: 2 }],
    ['{ age: ddb.operations.decrement(2) }', 'SET #expName_1 = #expName_1 - :expValue_1', { N: 2 }],
    ['{ age: ddb.operations.append([1]) }', 'SET #expName_1 = list_append(#expName_1, :expValue_1)', { L: [{ N: 1 }] }],
    [
      '{ age: ddb.operations.prepend([1]) }',
      'SET #expName_1 = list_append(:expValue_1, #expName_1)',
      { L: [{ N: 1 }] },
    ],
    ["{ age: [ddb.operations.updateListItem('x', 1)] }", 'SET #expName_1[1] = :expValue_1', { S: 'x' }],
  ])('%s', (update, expression, value) => {
    expect(updateOf(update)).toEqual({
      expression,
      expressionNames: { '#expName_1': 'age' },
      expressionValues: { ':expValue_1': value },
    });
  });

  test('all SET clauses come before all REMOVE clauses, and names are numbered as they come', () => {
    expect(updateOf('{ b: ddb.operations.remove(), a: 1, c: ddb.operations.remove() }')).toEqual({
      expression: 'SET #expName_1 = :expValue_1 REMOVE #expName_2, #expName_3',
      expressionNames: { '#expName_1': 'a', '#expName_2': 'b', '#expName_3': 'c' },
      expressionValues: { ':expValue_1': { N: 1 } },
    });
    expect(updateOf('{ b: ddb.operations.remove() }')).toMatchObject({
      expression: 'REMOVE #expName_1',
      expressionValues: {},
    });
  });

  test('items of one list share its name', () => {
    const update = "{ f: [ddb.operations.updateListItem('x', 1), ddb.operations.updateListItem('y', 2)] }";
    expect(updateOf(update)).toMatchObject({
      expression: 'SET #expName_1[1] = :expValue_1, #expName_1[2] = :expValue_2',
      expressionNames: { '#expName_1': 'f' },
    });
  });

  test("data that looks like an operation stays data, so a caller's input cannot become one", () => {
    expect(faultOf("ddb.update({ key: { id: '1' }, update: { a: { type: 'OPERATION_REMOVE' } } })")).toContain(
      'operations.replace()',
    );
  });
});

test('sets go into items as sets', () => {
  expect(
    evaluate("ddb.put({ key: { id: '1' }, item: { tags: ddb.toStringSet(['a']), n: ddb.toNumberSet([1]) } })"),
  ).toMatchObject({
    attributeValues: { tags: { SS: ['a'] }, n: { NS: [1] } },
  });
  expect(evaluate("ddb.put({ key: { id: '1' }, item: { tags: { SS: ['a'] } } })")).toMatchObject({
    attributeValues: { tags: { M: { SS: { L: [{ S: 'a' }] } } } },
  });
});

test.each([
  ['ddb.get({})', 'get needs "key"'],
  ["ddb.get({ key: { id: '1' }, projecton: ['a'] })", 'get does not take "projecton"'],
  ["ddb.update({ key: { id: '1' }, update: {} })", 'nothing to update'],
  ["ddb.put({ key: { id: '1' }, item: {}, condition: {} })", 'a filter or condition is empty'],
  ['ddb.put({ key: { id: undefined }, item: {} })', 'undefined has no DynamoDB form'],
  ["ddb.update({ key: { id: '1' }, update: { a: [1, ddb.operations.remove()] } })", 'either values or updateListItem'],
  ['ddb.transactWrite({ items: [{ put: {} }] })', 'an item is one of putItem'],
  ['ddb.scan({ scanIndexForward: true })', 'scan does not take "scanIndexForward"'],
])('%s is refused', (expression, named) => {
  expect(faultOf(expression)).toContain(named);
});
