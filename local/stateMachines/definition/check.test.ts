import { describe, expect, it } from 'vitest';
import { readDefinition } from './check.ts';

const machine = (state: object, more: object = {}) =>
  JSON.stringify({ StartAt: 'S', States: { S: { End: true, ...state } }, ...more });
const LAMBDA = 'arn:aws:lambda:us-west-2:000000000000:function:f';
const task = (more: object) => machine({ Type: 'Task', Resource: LAMBDA, ...more });
const mapOf = (state: object, more: object = {}) =>
  machine({ Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: { End: true, ...state } } }, ...more });

describe('a definition', () => {
  it.each([
    [
      'a task',
      task({ TimeoutSeconds: 5, Retry: [{ ErrorEquals: ['States.ALL'], JitterStrategy: 'FULL', MaxDelaySeconds: 9 }] }),
    ],
    ['an inline map', mapOf({ Type: 'Pass' }, { ItemSelector: { 'a.$': '$$.Map.Item.Value.b' } })],
    ['paths into the context', task({ Parameters: { 'a.$': '$$.Execution.Id', 'b.$': '$$.Execution.Input.c' } })],
  ])('with %s is taken', (_, text) => {
    expect(() => readDefinition(text)).not.toThrow();
  });

  it.each([
    ['no JSON', '{', 'is no JSON'],
    ['JSONata', machine({ Type: 'Pass' }, { QueryLanguage: 'JSONata' }), 'The machine is written in JSONata'],
    ['JSONata in one state', task({ QueryLanguage: 'JSONata', Arguments: {} }), 'State S has Arguments: JSONata'],
    ['variables', task({ Assign: { a: 1 } }), 'State S has Assign: variables are not run locally'],
    [
      'variables in a catch',
      task({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'S', Assign: {} }] }),
      'A Catch of state S has Assign',
    ],
    ['heartbeats', task({ HeartbeatSeconds: 5 }), 'HeartbeatSeconds: heartbeats'],
    [
      'task tokens',
      task({ Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' }),
      'lambda:invoke.waitForTaskToken, which is not run',
    ],
    [
      'another service',
      task({ Resource: 'arn:aws:states:::ecs:runTask.sync' }),
      'State S is a task of arn:aws:states:::ecs:runTask.sync',
    ],
    ['a token’s path', task({ Parameters: { 'a.$': '$$.Task.Token' } }), 'State S uses $$.Task.Token'],
    ['a token in an intrinsic', task({ Parameters: { 'a.$': "States.Format('{}', $$.State.Name)" } }), '$$.State.Name'],
    [
      'the input of the execution within a map',
      mapOf({ Type: 'Pass', Parameters: { 'a.$': '$$.Execution.Input' } }),
      'State I uses $$.Execution.Input',
    ],
    [
      'a distributed map',
      machine({
        Type: 'Map',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'I',
          States: { I: { Type: 'Pass', End: true } },
        },
      }),
      'State S is a Map of mode DISTRIBUTED',
    ],
    ['a reader of items', mapOf({ Type: 'Pass' }, { ItemReader: {} }), 'State S has ItemReader: distributed maps'],
    ['a name twice', mapOf({ Type: 'Pass' }).replaceAll('"I"', '"S"'), 'State S is there twice'],
    ['a result path by brackets', task({ ResultPath: "$['a']" }), "State S has the ResultPath $['a']"],
    ['a task of a month', task({ TimeoutSeconds: 2_700_000 }), 'State S may take 2700000 s'],
    ['a type that is unknown', machine({ Type: 'Sleep' }), 'State S is of type Sleep'],
    ['a way to nowhere', JSON.stringify({ StartAt: 'S', States: { S: { Type: 'Pass', Next: 'T' } } }), 'T'],
    ['a field that is unknown', machine({ Type: 'Pass', Colour: 'red' }), 'State S has Colour: it is not known'],
  ])('with %s is refused', (_, text, message) => {
    expect(() => readDefinition(text)).toThrow(message);
  });
});
