import ts from 'typescript';
import type { Rule } from './rule.ts';

/**
 * AppSync refuses some of these at deployment with "Function metadata has exceeded the maximum allowed size".
 * Source: aws/aws-appsync-community issue 301.
 */
export const destructuringDefault: Rule = (node) => {
  if (!ts.isBindingElement(node) || !node.initializer) return null;
  return {
    rule: 'no-destructuring-default',
    message: 'Deployment can fail on a default in a pattern: write const x = object.x ?? fallback.',
  };
};

/** Patterns are documented for declarations only. */
export const destructuringAssignment: Rule = (node) => {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return null;
  if (!ts.isObjectLiteralExpression(node.left) && !ts.isArrayLiteralExpression(node.left)) return null;
  return {
    rule: 'no-destructuring-assignment',
    message: 'A pattern can only stand in a declaration: assign one variable at a time.',
  };
};
