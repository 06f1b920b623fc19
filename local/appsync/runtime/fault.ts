import type { EditedCode } from './bundle/edits.ts';
import type { HandlerError } from './contract.ts';

/**
 * What AppSync reports when the code itself fails: errorType `Code` and the place before the message, e.g.
 * `code.js:162:13: TypeError: ...` (reported in aws-appsync-community issue 328).
 *
 * @param fault what was thrown in the realm, or by the host for it @param filename the bundle's name in stack traces
 */
export function codeFault(fault: unknown, edited: EditedCode, filename: string): HandlerError {
  const { name, message } = (typeof fault === 'object' && fault !== null ? fault : {}) as Record<string, unknown>;
  const place = placeIn(fault, edited, filename);
  const text = `${typeof name === 'string' ? name : 'Error'}: ${typeof message === 'string' ? message : String(fault)}`;
  return { message: `code.js${place}: ${text}`, errorType: 'Code', data: null, errorInfo: null };
}

/** The innermost place of the bundle in the fault's stack trace, as `:line:column`; empty when there is none. */
function placeIn(fault: unknown, edited: EditedCode, filename: string): string {
  for (const site of stackSites(fault)) {
    const line = site.getLineNumber();
    const column = site.getColumnNumber();
    if (site.getFileName() === filename && line !== null && column !== null) {
      return `:${line}:${edited.originalColumn(line, column)}`;
    }
  }
  return '';
}

/**
 * The frames of a stack trace as V8 knows them. Stack traces are formatted when first read, so the formatter is
 * replaced for that one read. Formatters that tools install (source maps) would fail on frames of the realm, whose
 * functions have no `call`.
 */
function stackSites(fault: unknown): NodeJS.CallSite[] {
  let found: NodeJS.CallSite[] = [];
  const formatter = Error.prepareStackTrace;
  Error.prepareStackTrace = (_, sites) => {
    found = sites;
    return '';
  };
  try {
    void (fault as { stack?: unknown } | null)?.stack;
  } finally {
    Error.prepareStackTrace = formatter;
  }
  return found;
}
