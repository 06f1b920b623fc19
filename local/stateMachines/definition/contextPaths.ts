import { DefinitionError } from './definitionError.ts';
import type { Fields, NamedState } from './states.ts';

const ANYWHERE = /^\$\$\.(Execution\.(Id|Name|RoleArn)|StateMachine\.(Id|Name))$/;
const AT_THE_TOP = /^\$\$\.Execution\.(StartTime|Input(\.[\w.[\]]+)?)$/;
const IN_ITEM_SELECTOR = /^\$\$\.Map\.Item\.(Index|Value(\.[\w.[\]]+)?)$/;

/**
 * Refuses paths into the context object that would lead to nothing, or to something else than on AWS: states, task tokens,
 * and, within Map and Parallel states, the execution's input.
 * @throws {DefinitionError} naming state and path
 */
export function checkContextPaths({ name, state, nested }: NamedState): void {
  const { ItemProcessor: _a, Iterator: _b, Branches: _c, ItemSelector, ...own } = state;
  const isMap = state.Type === 'Map';
  const { Parameters, ...rest } = own as Fields & { Parameters?: unknown };
  check(pathsIn(rest), [ANYWHERE, ...(nested ? [] : [AT_THE_TOP])]);
  check(pathsIn([Parameters, ItemSelector]), [
    ANYWHERE,
    ...(nested ? [] : [AT_THE_TOP]),
    ...(isMap ? [IN_ITEM_SELECTOR] : []),
  ]);

  function check(paths: string[], known: RegExp[]): void {
    const other = paths.find((path) => !known.some((form) => form.test(path)));
    if (other !== undefined)
      throw new DefinitionError(`State ${name} uses ${other}, which the local cloud cannot give there.`);
  }
}

/** Paths into the context object, alone or as arguments of intrinsic functions. */
function pathsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.match(/\$\$[\w.[\]]*/g) ?? [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(pathsIn);
}
