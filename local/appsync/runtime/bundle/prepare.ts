import { type AnyNode, type Program, parse } from 'acorn';
import { full } from 'acorn-walk';
import { CODE_LIMIT } from '../limits.ts';
import { type EditedCode, type Insertion, insertInto } from './edits.ts';
import { meter, WRAPPER_NAMES } from './meter.ts';
import { type ModuleExports, moduleParts, type Span } from './modules.ts';
import { refuse } from './refuse.ts';
import { refusedSyntax } from './refusedSyntax.ts';

/**
 * Turns a bundle into a script whose value is a function `(modules, step, stop) => ({request, response})`.
 * Each call of it evaluates the bundle's top level anew. Lines are those of the bundle.
 *
 * @throws {CodeRefusedError} when it is too long, does not parse, uses syntax or modules APPSYNC_JS lacks, or lacks a handler
 */
export function prepareBundle(code: string, name: string, modules: ModuleExports): EditedCode {
  if (code.length > CODE_LIMIT) {
    refuse(name, code, `the code has ${code.length} characters, AppSync takes at most ${CODE_LIMIT}`);
  }
  const program = parseModule(code, name);
  const insertions = inspect(program, code, name);
  const parts = moduleParts(program, { code, name, modules }, WRAPPER_NAMES.modules);
  const handlers = ['request', 'response'].map((handler) => {
    const local = parts.exported.get(handler);
    return local ? `${handler}:${local}` : refuse(name, code, `the code does not export a function "${handler}"`);
  });
  const parameters = `${WRAPPER_NAMES.modules},${WRAPPER_NAMES.step},${WRAPPER_NAMES.stop}`;
  const head = { at: 0, text: `(function(${parameters}){'use strict';${parts.bindings}` };
  const edited = insertInto(blank(code, parts.blanked), [head, ...insertions]);
  return { ...edited, text: `${edited.text}\nreturn {${handlers.join(',')}}})` };
}

function parseModule(code: string, name: string): Program {
  try {
    return parse(code, { ecmaVersion: 2024, sourceType: 'module' });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse(name, code, error.message.replace(/ \(\d+:\d+\)$/, ''), (error as SyntaxError & { pos: number }).pos);
  }
}

function inspect(program: Program, code: string, name: string): Insertion[] {
  const insertions: Insertion[] = [];
  const names = new Set(Object.values(WRAPPER_NAMES));
  full(program, (visited) => {
    const node = visited as AnyNode;
    const reason = refusedSyntax(node);
    if (reason) refuse(name, code, reason, node.start);
    if (node.type === 'Identifier' && names.has(node.name)) refuse(name, code, `${node.name} is reserved`, node.start);
    insertions.push(...meter(node));
  });
  return outermostFirst(insertions);
}

/**
 * Nested loops and functions can begin or end at one place. `full` visits children before parents, so what opens at
 * one place must be reversed (outer first), while what closes is already in order (inner first).
 */
function outermostFirst(insertions: Insertion[]): Insertion[] {
  const closes = ({ text }: Insertion) => text === '}' || text === ')';
  return [...insertions.filter(closes), ...insertions.filter((insertion) => !closes(insertion)).reverse()];
}

/** Replaces spans by spaces, line breaks kept, so that every position stays what it was. */
function blank(code: string, spans: Span[]): string {
  let text = code;
  for (const { start, end } of spans) {
    text = text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);
  }
  return text;
}
