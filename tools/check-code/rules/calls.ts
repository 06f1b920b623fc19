import ts from 'typescript';
import type { Rule } from './rule.ts';

/** Direct or through other functions. */
export const recursion: Rule = (node, { calls }) => {
  const cycle = ts.isCallExpression(node) ? calls.cycleOf(node) : null;
  if (!cycle) return null;
  return {
    rule: 'no-recursion',
    message: `Recursion does not exist here (${cycle.join(' -> ')}): write a loop over a list.`,
  };
};

/**
 * AppSync evaluates the right side of ?? even when the left side is there, so an error on the right always strikes.
 * Source: aws-amplify/amplify-category-api issue 3170.
 */
export const eagerFallback: Rule = (node, { calls }) => {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken) return null;
  if (!calls.mayEnd(node.right)) return null;
  return {
    rule: 'no-ending-fallback',
    message: 'AppSync runs the right side of ?? always, and this one may end the handler: write an if.',
    node: node.right,
  };
};
