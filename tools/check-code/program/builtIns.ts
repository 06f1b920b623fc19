import ts from 'typescript';
import { APPSYNC_LIB } from './appsyncProgram.ts';

/** What the type file says about methods. */
export type BuiltIns = {
  /** Array methods that take a function. */
  functionTakers: string[];
  takesFunction(method: string): boolean;
  /** Does JavaScript have a method of this name, and AppSync none? */
  isMissingMethod(name: string): boolean;
};

const JAVASCRIPT_PROTOTYPES = [Array, Boolean, Date, Function, Map, Number, Object, Promise, RegExp, Set, String].map(
  (constructor): object => constructor.prototype,
);

/** @param program one that has the type file */
export function builtInsOf(program: ts.Program): BuiltIns {
  const lib = program.getSourceFile(APPSYNC_LIB);
  if (!lib) throw new Error(`${APPSYNC_LIB} is not part of the program`);
  const methods = lib.statements.filter(ts.isInterfaceDeclaration).flatMap(methodsOf);
  const functionTakers = new Set(methods.filter(hasFunctionParameter).map(nameOf));
  const present = new Set([...methods.map(nameOf), 'constructor', 'length']);
  const javascript = new Set(JAVASCRIPT_PROTOTYPES.flatMap((prototype) => Object.getOwnPropertyNames(prototype)));
  return {
    functionTakers: [...functionTakers].sort(),
    takesFunction: (method) => functionTakers.has(method),
    // apply, bind and call have a rule of their own, with better advice.
    isMissingMethod: (name) => javascript.has(name) && !present.has(name) && !['apply', 'bind', 'call'].includes(name),
  };
}

function methodsOf({ name, members }: ts.InterfaceDeclaration): ts.MethodSignature[] {
  return name.text === 'Array' || name.text === 'String' ? members.filter(ts.isMethodSignature) : [];
}

function nameOf({ name }: ts.MethodSignature): string {
  return name.getText();
}

function hasFunctionParameter({ parameters }: ts.MethodSignature): boolean {
  return parameters.some(({ type }) => type !== undefined && ts.isFunctionTypeNode(type));
}
