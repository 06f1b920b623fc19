import type { Fields } from './states.ts';

/** The longest that a timer of Node's runs: 24.8 days. */
export const LONGEST_SECONDS = 2_147_483;

/**
 * A machine as the interpreter must be given it to do what AWS does: it takes a task without a time-out for one of a
 * minute, forgets results that are false, 0, empty or null, writes `ResultPath: "$"` into a field of that name, and gives
 * a Fail state without an error one of its own.
 */
export function adapt(machine: Fields): Fields {
  const states = Object.entries(machine.States as Record<string, Fields>);
  return { ...machine, States: Object.fromEntries(states.map(([name, state]) => [name, adaptState(state)])) };
}

function adaptState(state: Fields): Fields {
  const adapted = { ...state };
  if (adapted.ResultPath === '$') delete adapted.ResultPath;
  if (state.Type === 'Task' && state.TimeoutSeconds === undefined && state.TimeoutSecondsPath === undefined)
    adapted.TimeoutSeconds = LONGEST_SECONDS;
  if (state.Type === 'Fail') return { Error: '', Cause: '', ...adapted };
  if (state.Type === 'Pass' && 'Result' in state && !state.Result) {
    delete adapted.Result;
    return { ...adapted, Parameters: state.Result };
  }
  if (state.ItemProcessor !== undefined) adapted.ItemProcessor = adapt(state.ItemProcessor as Fields);
  if (state.Iterator !== undefined) adapted.Iterator = adapt(state.Iterator as Fields);
  if (Array.isArray(state.Branches)) adapted.Branches = (state.Branches as Fields[]).map(adapt);
  return adapted;
}
