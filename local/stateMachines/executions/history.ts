import type { StateMachine } from 'aws-local-stepfunctions';

/** An event of `GetExecutionHistory`. `timestamp` is in epoch seconds. */
export type HistoryEvent = { id: number; previousEventId: number; timestamp: number; type: string } & Record<
  string,
  unknown
>;

/** What the interpreter tells of a run. */
export type InterpreterEvent =
  ReturnType<StateMachine['run']>['eventLogs'] extends AsyncGenerator<infer Event> ? Event : never;

/**
 * An interpreter's event by the name and shape it has on AWS; undefined for those that AWS does not tell (a retry is seen
 * there by the state's next try). The steps within a task (scheduled, started, succeeded) are not told here.
 */
export function historyEvent(event: InterpreterEvent, id: number): HistoryEvent | undefined {
  const described = describe(event);
  if (described === undefined) return undefined;
  return { id, previousEventId: id - 1, timestamp: event.timestamp / 1000, ...described };
}

function describe(event: InterpreterEvent): ({ type: string } & Record<string, unknown>) | undefined {
  switch (event.type) {
    case 'ExecutionStarted':
      return { type: event.type, executionStartedEventDetails: { input: JSON.stringify(event.input) } };
    case 'ExecutionSucceeded':
      return { type: event.type, executionSucceededEventDetails: { output: JSON.stringify(event.output) } };
    case 'ExecutionFailed':
      return { type: event.type, executionFailedEventDetails: failure(event) };
    case 'ExecutionAborted':
      return { type: event.type };
    case 'ExecutionTimeout':
      return { type: 'ExecutionTimedOut' };
    case 'StateEntered': {
      const { name, input } = event.state;
      return {
        type: `${event.state.type}StateEntered`,
        stateEnteredEventDetails: { name, input: JSON.stringify(input) },
      };
    }
    case 'StateExited': {
      const { name, output } = event.state;
      return {
        type: `${event.state.type}StateExited`,
        stateExitedEventDetails: { name, output: JSON.stringify(output) },
      };
    }
    case 'StateFailed':
      return describeFailure(event);
    case 'MapIterationStarted':
    case 'MapIterationSucceeded':
    case 'MapIterationFailed': {
      const details = { name: event.parentState.name, index: event.index };
      return { type: event.type, [`${event.type[0]?.toLowerCase()}${event.type.slice(1)}EventDetails`]: details };
    }
    default:
      return undefined;
  }
}

function describeFailure(event: InterpreterEvent & { type: 'StateFailed' }) {
  switch (event.state.type) {
    case 'Task':
      return {
        type: 'TaskFailed',
        taskFailedEventDetails: { resourceType: '', resource: event.state.name, ...failure(event) },
      };
    case 'Map':
    case 'Parallel':
      return { type: `${event.state.type}StateFailed` };
    default:
      return undefined;
  }
}

function failure({ Error: error, Cause: cause }: { Error?: string; Cause?: unknown }): {
  error: string;
  cause: string;
} {
  return {
    error: String(error ?? ''),
    cause: typeof cause === 'string' ? cause : String((cause as Error | undefined)?.message ?? ''),
  };
}
