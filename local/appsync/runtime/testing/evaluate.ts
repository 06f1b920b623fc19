import type { HandlerContext, HandlerOutcome } from '../contract.ts';
import { loadCode } from '../loadCode.ts';

/** A context with nothing in it, for a field of the given type. */
export function emptyContext(given: Partial<HandlerContext> = {}): HandlerContext {
  return {
    arguments: {},
    source: null,
    stash: {},
    identity: null,
    request: { headers: {}, domainName: null },
    info: {
      fieldName: 'bookRoom',
      parentTypeName: 'Mutation',
      variables: {},
      selectionSetList: [],
      selectionSetGraphQL: '',
    },
    env: {},
    authType: 'API Key Authorization',
    prev: null,
    ...given,
  };
}

const IMPORTS = `import { util, extensions, runtime } from '@aws-appsync/utils'; import * as ddb from '@aws-appsync/utils/dynamodb';`;

/** Runs statements as the body of a response handler. */
export function runBody(body: string, given: Partial<HandlerContext> = {}, lines: string[] = []): HandlerOutcome {
  const code = `${IMPORTS}\nexport function request(ctx) { return {}; }\nexport function response(ctx) { ${body} }`;
  return loadCode(code, 'test', { log: (line) => lines.push(line) }).response(emptyContext(given));
}

/** The value of one expression in the realm. @throws when the handler does not end with a value */
export function evaluate(expression: string, given: Partial<HandlerContext> = {}): unknown {
  const outcome = runBody(`return ${expression};`, given);
  if (outcome.kind !== 'value') throw new Error(`${expression} ended as ${JSON.stringify(outcome)}`);
  return outcome.value;
}

/** The message of the error that one expression ends with. @throws when it does not end with an error */
export function faultOf(expression: string, given: Partial<HandlerContext> = {}): string {
  const outcome = runBody(`return ${expression};`, given);
  if (outcome.kind !== 'error') throw new Error(`${expression} ended as ${JSON.stringify(outcome)}`);
  return outcome.error.message;
}
