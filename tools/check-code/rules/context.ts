import ts from 'typescript';
import { isAssignment } from './assignment.ts';
import type { Rule } from './rule.ts';

/** `ctx` and its direct properties are read-only; what lies in `ctx.stash` is free. */
export const contextAssignment: Rule = (node, { checker }) => {
  const target = writtenTo(node);
  if (!target) return null;
  const isProperty = ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target);
  const variable = isProperty ? target.expression : target;
  if (!ts.isIdentifier(variable) || !isContext(variable, checker)) return null;
  return {
    rule: 'no-context-assignment',
    message: `${target.getText()} cannot be assigned: keep the value in a variable, or in ${variable.text}.stash for later steps.`,
  };
};

/** What the node assigns to or deletes. */
function writtenTo(node: ts.Node): ts.Expression | null {
  if (isAssignment(node)) return node.left;
  if (ts.isDeleteExpression(node)) return node.expression;
  const isLoop = ts.isForOfStatement(node) || ts.isForInStatement(node);
  return isLoop && ts.isExpression(node.initializer) ? node.initializer : null;
}

/** By type in sources; bundles have no types, but keep the name. */
function isContext(variable: ts.Identifier, checker: ts.TypeChecker): boolean {
  const declaration = checker.getSymbolAtLocation(variable)?.valueDeclaration;
  if (!declaration || !ts.isParameter(declaration)) return false;
  return (
    ['ctx', 'context'].includes(variable.text) || checker.getTypeAtLocation(declaration).aliasSymbol?.name === 'Context'
  );
}
