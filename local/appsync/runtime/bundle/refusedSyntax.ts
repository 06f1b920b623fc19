import type { AnyNode } from 'acorn';

const STATEMENTS: Record<string, string> = {
  WhileStatement: 'while',
  DoWhileStatement: 'do-while',
  ForStatement: 'for (initialization; condition; afterthought), use for-of',
  ContinueStatement: 'continue',
  LabeledStatement: 'labels',
  TryStatement: 'try',
  ThrowStatement: 'throw, use util.error()',
  ClassDeclaration: 'classes',
  ClassExpression: 'classes',
  NewExpression: 'new',
  ThisExpression: 'this',
  AwaitExpression: 'await',
  YieldExpression: 'generators',
  ImportExpression: 'import()',
  MetaProperty: 'import.meta and new.target',
  DebuggerStatement: 'debugger',
};

/**
 * Why APPSYNC_JS does not take this piece of syntax, or null when it does.
 * Source: AppSync developer guide, "Supported runtime features". What needs types or scopes to be seen
 * (recursion, functions passed as arguments, assignment to ctx) is the linter's part, not checked here.
 */
export function refusedSyntax(node: AnyNode): string | null {
  const statement = STATEMENTS[node.type];
  if (statement) return `APPSYNC_JS does not support ${statement}`;
  const operator = refusedOperator(node);
  if (operator) return `APPSYNC_JS does not support the operator ${operator}`;
  if ('async' in node && node.async) return 'APPSYNC_JS does not support async functions';
  if ('generator' in node && node.generator) return 'APPSYNC_JS does not support generators';
  if (node.type === 'ForOfStatement' && node.await) return 'APPSYNC_JS does not support for await';
  if (node.type === 'Literal' && node.regex)
    return 'APPSYNC_JS does not support regular expressions, use util.matches()';
  if (node.type === 'Literal' && typeof node.value === 'bigint') return 'APPSYNC_JS does not support bigints';
  return null;
}

function refusedOperator(node: AnyNode): string | null {
  if (node.type === 'UpdateExpression') return node.operator;
  if (node.type === 'UnaryExpression' && node.operator === '~') return '~';
  if (node.type !== 'BinaryExpression') return null;
  if (node.operator === 'in') return 'in, use Object.hasOwn()';
  return node.operator === 'instanceof' ? 'instanceof' : null;
}
