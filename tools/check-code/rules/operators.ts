import ts from 'typescript';
import { isAssignment } from './assignment.ts';
import type { Problem, Rule } from './rule.ts';

const { SyntaxKind } = ts;

const UNARY = new Map<ts.PrefixUnaryOperator, Problem>([
  [SyntaxKind.PlusPlusToken, { rule: 'no-increment', message: '++ does not exist here: write n = n + 1.' }],
  [SyntaxKind.MinusMinusToken, { rule: 'no-increment', message: '-- does not exist here: write n = n - 1.' }],
  [SyntaxKind.TildeToken, { rule: 'no-bitwise-not', message: '~ does not exist here: ~n is -n - 1.' }],
]);

const NO_LOGICAL_ASSIGNMENT: Problem = {
  rule: 'no-logical-assignment',
  message: 'Logical assignment is not documented for AppSync: write a = a ?? b.',
};
const NO_POWER: Problem = { rule: 'no-power', message: '** is not documented for AppSync: multiply.' };

const BINARY = new Map<ts.SyntaxKind, Problem>([
  [SyntaxKind.InKeyword, { rule: 'no-in', message: 'in does not exist here: Object.hasOwn(object, key).' }],
  [
    SyntaxKind.InstanceOfKeyword,
    { rule: 'no-instanceof', message: 'instanceof does not exist here: look at a property.' },
  ],
  [SyntaxKind.AsteriskAsteriskToken, NO_POWER],
  [SyntaxKind.AsteriskAsteriskEqualsToken, NO_POWER],
  [SyntaxKind.BarBarEqualsToken, NO_LOGICAL_ASSIGNMENT],
  [SyntaxKind.AmpersandAmpersandEqualsToken, NO_LOGICAL_ASSIGNMENT],
  [SyntaxKind.QuestionQuestionEqualsToken, NO_LOGICAL_ASSIGNMENT],
]);

export const refusedOperator: Rule = (node) => {
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) return UNARY.get(node.operator) ?? null;
  return ts.isBinaryExpression(node) ? (BINARY.get(node.operatorToken.kind) ?? null) : null;
};

/**
 * The value of an assignment is not what JavaScript says: `return text += 'x'` returns a blank string.
 * Source: aws-amplify/amplify-category-api issue 3192.
 */
export const assignmentAsValue: Rule = (node) => {
  if (!isAssignment(node) || ts.isExpressionStatement(node.parent)) return null;
  return {
    rule: 'no-assignment-value',
    message: 'AppSync gets the value of an assignment wrong: assign in a statement of its own.',
  };
};
