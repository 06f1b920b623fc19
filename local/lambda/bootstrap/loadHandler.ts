import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Handler = (event: unknown, context: unknown) => unknown;

/** In the order in which Lambda's Node.js runtimes look for a handler's file. */
const ENDINGS = ['.js', '.mjs', '.cjs'];

/**
 * Loads `file.path.to.export` from the code folder, as ES module or CommonJS.
 * @throws errors named as Lambda names them: Runtime.ImportModuleError, Runtime.HandlerNotFound,
 *   Runtime.MalformedHandlerName, Runtime.CallbackHandlerDeprecated
 */
export async function loadHandler(folder: string, name: string): Promise<Handler> {
  const match = /^(.*?\/?[^./]+)\.(.+)$/.exec(name);
  if (match === null)
    throw named('Runtime.MalformedHandlerName', `The handler "${name}" is not of the form file.export.`);
  const [, file = '', path = ''] = match;
  const found = await importFile(folder, file);
  let value: unknown = found;
  for (const step of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[step];
  if (typeof value !== 'function')
    throw named('Runtime.HandlerNotFound', `${name} is undefined or not exported as a function.`);
  if (value.length > 2) {
    const message = `${name} takes a callback; Lambda's Node.js 24 runtime calls handlers with event and context only: return a promise.`;
    throw named('Runtime.CallbackHandlerDeprecated', message);
  }
  return value as Handler;
}

async function importFile(folder: string, file: string): Promise<Record<string, unknown>> {
  const path = ENDINGS.map((ending) => join(folder, file + ending)).find((candidate) => existsSync(candidate));
  if (path === undefined) {
    throw named(
      'Runtime.ImportModuleError',
      `Cannot find module '${file}' in ${folder} (looked for ${ENDINGS.join(', ')}).`,
    );
  }
  if (path.endsWith('.cjs')) return createRequire(path)(path) as Record<string, unknown>;
  const module = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  // A CommonJS file's exports may be hidden from static analysis; its `default` has all of them.
  return { ...((module.default ?? {}) as object), ...module };
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
