import ts from 'typescript';
import { adviceFor, knownAdvice } from '../rules/advice.ts';
import { findingAt, type Net, type RawFinding } from './net.ts';

/** TypeScript's codes for "Cannot find name", with its several guesses at why, and "only refers to a type". */
const MISSING_NAME = new Set([2304, 2552, 2580, 2581, 2582, 2583, 2584, 2585, 2591, 2592, 2593, 2693]);
/** "Property does not exist", with and without a guess. */
const MISSING_PROPERTY = new Set([2339, 2550, 2551, 2568]);
/** "This expression is not callable": `Number(text)`, `String(value)`. */
const NOT_CALLABLE = 2349;
/** "Cannot find global type", without a place: async functions ask for Promise. The rules refuse those themselves. */
const MISSING_GLOBAL_TYPE = 2318;
const CALLED_GLOBALS = new Set(['Number', 'Object', 'Symbol']);

/** The compiler, which knows no more of JavaScript than the type file says. */
export const typeNet: Net = (program, files) => {
  const general = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()].filter(
    ({ code }) => code !== MISSING_GLOBAL_TYPE,
  );
  if (general.length > 0) throw new Error(general.map(textOf).join('\n'));
  return files.flatMap((file) =>
    [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((each) =>
      toFinding(file, each),
    ),
  );
};

function toFinding(file: ts.SourceFile, diagnostic: ts.Diagnostic): RawFinding {
  const start = diagnostic.start ?? 0;
  const name = file.text.slice(start, start + (diagnostic.length ?? 0));
  const at = (rule: string, message: string) => findingAt(file, start, rule, message);
  if (MISSING_NAME.has(diagnostic.code) || (diagnostic.code === NOT_CALLABLE && CALLED_GLOBALS.has(name))) {
    return at('no-such-global', `${name} does not exist here: ${adviceFor(name)}`);
  }
  if (MISSING_PROPERTY.has(diagnostic.code)) {
    const advice = knownAdvice(name);
    return at('no-such-method', textOf(diagnostic).split(' Do you need')[0] + (advice ? ` Instead: ${advice}` : ''));
  }
  return at('types', `${textOf(diagnostic)} (TS${diagnostic.code})`);
}

function textOf({ messageText }: ts.Diagnostic): string {
  return ts.flattenDiagnosticMessageText(messageText, ' ').replaceAll(/\s+/g, ' ');
}
