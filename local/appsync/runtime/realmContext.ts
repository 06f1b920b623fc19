import { join } from 'node:path';
import { constants, createContext, Script } from 'node:vm';
import { buildSync } from 'esbuild';
import type { ModuleExports } from './bundle/modules.ts';
import { type HostServices, hostServices } from './host/services.ts';
import type { Factory, Run } from './realm/run.ts';

/** What realm/main.ts exports, and a way to evaluate a script in the realm. */
export type Realm = {
  moduleExports: ModuleExports;
  runner(factory: Factory): Run;
  evaluate(script: Script): unknown;
};

type RealmMain = {
  moduleExports(): ModuleExports;
  runner(factory: Factory): Run;
  connectHost(services: HostServices): void;
  seal(): void;
};

let made: Realm | null = null;

/**
 * The realm that all bundles of the process share: a context of its own globals and prototypes, locked down to what
 * APPSYNC_JS documents. Sharing is safe as everything in it is frozen and each run evaluates its bundle anew, and it
 * is what makes a hundred bundles cost the memory of one.
 */
export function realm(): Realm {
  made ??= makeRealm();
  return made;
}

function makeRealm(): Realm {
  // An ordinary global object instead of node:vm's interceptors: several times faster at each global access.
  const context = createContext(constants.DONT_CONTEXTIFY, { codeGeneration: { strings: false, wasm: false } });
  const main = new Script(realmSource(), { filename: 'appsync-realm.js' }).runInContext(context) as RealmMain;
  main.connectHost(hostServices);
  main.seal();
  return {
    moduleExports: JSON.parse(JSON.stringify(main.moduleExports())),
    runner: main.runner,
    evaluate: (script) => script.runInContext(context),
  };
}

/** The realm's code runs inside the context, so it goes there as text. */
function realmSource(): string {
  const built = buildSync({
    entryPoints: [join(import.meta.dirname, 'realm/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'realm',
    target: 'es2024',
    legalComments: 'none',
  });
  const code = built.outputFiles[0]?.text ?? '';
  // In a function, as a `var` of the global object could not be deleted.
  return `(function(){'use strict';${code}\nreturn realm;})()`;
}
