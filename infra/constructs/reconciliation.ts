import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { SfnStateMachine } from 'aws-cdk-lib/aws-events-targets';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  DefinitionBody,
  type IChainable,
  JitterType,
  JsonPath,
  Map as MapState,
  Pass,
  type RetryProps,
  StateMachine,
  Succeed,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';

type Props = {
  /** Begins and ends runs. */
  run: LambdaFunction;
  /** Checks one piece of a run, in as many calls as it takes. */
  checker: LambdaFunction;
  /** Starts executions for operators. */
  starter: LambdaFunction;
};

/** More than an inline map of AWS keeps under way would wait, unseen. */
const AT_ONCE = 40;
/** Before the run counts as dead: see `beginRun`. */
const LONGEST = Duration.minutes(8);

const RETRY: RetryProps = {
  errors: ['States.ALL'],
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxAttempts: 2,
  maxDelay: Duration.seconds(10),
  jitterStrategy: JitterType.FULL,
};

/** The state's input has much more, and what all pieces answer must fit into 256 KB. */
const RESULT = { piece: JsonPath.objectAt('$.piece'), tally: JsonPath.objectAt('$.tally') };

/**
 * Every five minutes: begin a run (unless one is under way) -> check its pieces side by side -> sum up. A piece that fails
 * in spite of retries is told in the sum, and the others go on.
 */
export class Reconciliation extends Construct {
  constructor(scope: Construct, id: string, { run, checker, starter }: Props) {
    super(scope, id);
    const begin = this.#call('Begin', run, { step: 'begin', input: JsonPath.objectAt('$') });
    const finish = this.#call('Finish', run, {
      step: 'finish',
      run: JsonPath.objectAt('$.run'),
      results: JsonPath.objectAt('$.results'),
    });
    const giveUp = this.#call('FinishWithoutPieces', run, {
      step: 'finish',
      run: JsonPath.objectAt('$.run'),
      error: JsonPath.objectAt('$.error'),
    });
    const pieces = new MapState(this, 'CheckPieces', {
      itemsPath: '$.pieces',
      itemSelector: { run: JsonPath.objectAt('$.run'), piece: JsonPath.objectAt('$$.Map.Item.Value'), tally: {} },
      maxConcurrency: AT_ONCE,
      resultPath: '$.results',
    });
    pieces.itemProcessor(this.#piece(checker));
    pieces.addCatch(giveUp, { resultPath: '$.error' });
    const isBusy = new Choice(this, 'IsAnotherUnderWay')
      .when(Condition.booleanEquals('$.isBusy', true), new Succeed(this, 'LeaveItToTheOther'))
      .otherwise(pieces.next(finish));
    const machine = new StateMachine(this, 'Machine', {
      definitionBody: DefinitionBody.fromChainable(begin.next(isBusy)),
      timeout: LONGEST,
      tracingEnabled: true,
    });
    machine.grantStartExecution(starter);
    starter.addEnvironment('STATE_MACHINE_ARN', machine.stateMachineArn);
    new Rule(this, 'Every5Minutes', {
      schedule: Schedule.rate(Duration.minutes(5)),
      // A run that could not start is not made up for: the next one is near.
      targets: [new SfnStateMachine(machine, { input: RuleTargetInput.fromObject({}), retryAttempts: 0 })],
    });
  }

  /** Calls the checker until it is done. What it has done before it fails is kept. */
  #piece(checker: LambdaFunction): IChainable {
    const check = new LambdaInvoke(this, 'CheckPiece', {
      lambdaFunction: checker,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    const failed = new Pass(this, 'PieceFailed', { parameters: { ...RESULT, error: JsonPath.objectAt('$.error') } });
    const done = new Pass(this, 'PieceDone', { parameters: RESULT });
    check.addRetry(RETRY);
    check.addCatch(failed, { resultPath: '$.error' });
    const isDone = new Choice(this, 'IsPieceDone')
      .when(Condition.booleanEquals('$.isDone', true), done)
      .otherwise(check);
    return check.next(isDone);
  }

  #call(name: string, target: LambdaFunction, payload: Record<string, unknown>): LambdaInvoke {
    const task = new LambdaInvoke(this, name, {
      lambdaFunction: target,
      payload: TaskInput.fromObject(payload),
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
    });
    task.addRetry(RETRY);
    return task;
  }
}
