import ts from 'typescript';
import { adviceFor } from './advice.ts';
import type { Rule } from './rule.ts';

/** The compiler knows these without being told, or needs them for its own sake; AppSync does not have them. */
const UNDECLARED = new Set(['arguments', 'globalThis', 'Symbol', 'eval', 'require']);

export const refusedName: Rule = (node, { checker }) => {
  if (!ts.isIdentifier(node) || !UNDECLARED.has(node.text) || !isValue(node)) return null;
  const declarations = checker.getSymbolAtLocation(node)?.declarations ?? [];
  const isOurs = declarations.some((each) => !each.getSourceFile().isDeclarationFile);
  return isOurs
    ? null
    : { rule: 'no-such-global', message: `${node.text} does not exist here: ${adviceFor(node.text)}` };
};

function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return !ts.isPropertyAssignment(parent) || parent.initializer === node;
}

/**
 * Methods of JavaScript that AppSync lacks, called on a value whose type nobody knows: what a data source returned, or
 * almost anything in a bundle. Where the type is known, the type-check finds them.
 */
export const missingMethod: Rule = (node, { checker, builtIns }) => {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const { name, expression } = node.expression;
  if (!builtIns.isMissingMethod(name.text)) return null;
  const unknownReceiver = (checker.getTypeAtLocation(expression).flags & ts.TypeFlags.Any) !== 0;
  if (!unknownReceiver) return null;
  return { rule: 'no-such-method', message: `${name.text} does not exist here: ${adviceFor(name.text)}`, node: name };
};
