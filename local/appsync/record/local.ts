import { loadCode } from '../runtime/loadCode.ts';
import type { HandlerContext } from '../runtime/contract.ts';
import type { Case } from './cases.ts';
import type { Recorded } from './evaluateCode.ts';

const CONTEXT: HandlerContext = {
  arguments: {},
  source: null,
  stash: {},
  identity: null,
  request: { headers: {}, domainName: null },
  info: { fieldName: 'field', parentTypeName: 'Query', variables: {}, selectionSetList: [], selectionSetGraphQL: '' },
  env: {},
  authType: 'API Key Authorization',
  prev: null,
};

/** What the local runtime makes of a case, in the form of a recording. */
export function evaluateLocally({ name, code, handler, context }: Case): Recorded {
  const outcome = loadCode(code, name, { log: () => {} })[handler]({ ...CONTEXT, ...context });
  return {
    evaluationResult: outcome.kind === 'error' ? null : JSON.stringify(outcome.value),
    error: outcome.kind === 'error' ? outcome.error.message : null,
    stash: JSON.stringify(outcome.stash),
    outErrors: JSON.stringify(outcome.appended),
  };
}
