import ts from 'typescript';
import type { Problem, Rule } from './rule.ts';

const { SyntaxKind } = ts;

const LOOP = 'write for-of or for-in over a list, or an array method such as map or reduce.';
const ASYNC = 'there is no asynchrony: return a request, and read its answer in the response handler.';
const CLASS = 'write functions over plain objects.';
const THROW = 'util.error(message, errorType) ends the handler with an error.';

/** Constructs that are refused wherever they stand. */
const REFUSED: [ts.SyntaxKind, rule: string, message: string][] = [
  [SyntaxKind.TryStatement, 'no-try', `try, catch and finally do not exist here: look at ctx.error; ${THROW}`],
  [SyntaxKind.ThrowStatement, 'no-throw', `throw does not exist here: ${THROW}`],
  [SyntaxKind.ContinueStatement, 'no-continue', 'continue does not exist here: put the rest of the body in an if.'],
  [SyntaxKind.WhileStatement, 'no-while', `while does not exist here: ${LOOP}`],
  [SyntaxKind.DoStatement, 'no-while', `do-while does not exist here: ${LOOP}`],
  [SyntaxKind.ForStatement, 'no-for', `The counting for does not exist here: ${LOOP}`],
  [SyntaxKind.LabeledStatement, 'no-label', 'Labels do not exist here: make the inner loop a function that returns.'],
  [SyntaxKind.WithStatement, 'no-with', 'with does not exist here: name the object.'],
  [SyntaxKind.DebuggerStatement, 'no-debugger', 'debugger does not exist here: console.log goes to the logs.'],
  [
    SyntaxKind.RegularExpressionLiteral,
    'no-regex',
    'Regular expression literals do not exist here: util.matches(pattern, text).',
  ],
  [SyntaxKind.BigIntLiteral, 'no-bigint', 'BigInt does not exist here: write a number, or digits in a string.'],
  [SyntaxKind.AwaitExpression, 'no-async', `await does not exist here: ${ASYNC}`],
  [SyntaxKind.YieldExpression, 'no-generator', 'Generators do not exist here: build a list.'],
  [SyntaxKind.ClassDeclaration, 'no-class', `Classes do not exist here: ${CLASS}`],
  [SyntaxKind.ClassExpression, 'no-class', `Classes do not exist here: ${CLASS}`],
  [
    SyntaxKind.NewExpression,
    'no-new',
    'new does not exist here: write an object or array literal; util.time has the clock.',
  ],
  [SyntaxKind.ThisKeyword, 'no-this', `this does not exist here: ${CLASS}`],
  [SyntaxKind.SuperKeyword, 'no-this', `super does not exist here: ${CLASS}`],
  [SyntaxKind.MetaProperty, 'no-meta', 'import.meta and new.target do not exist here: ctx.env holds the environment.'],
  [SyntaxKind.EnumDeclaration, 'no-enum', "Enums become a function call: write a union of strings, such as 'A' | 'B'."],
  [SyntaxKind.ModuleDeclaration, 'no-namespace', 'Namespaces become a function call: write a module.'],
  [SyntaxKind.GetAccessor, 'no-accessor', 'Getters are not documented for AppSync: write a property or a function.'],
  [SyntaxKind.SetAccessor, 'no-accessor', 'Setters are not documented for AppSync: write a property or a function.'],
];

const byKind = new Map(REFUSED.map(([kind, rule, message]) => [kind, { rule, message }]));

export const refusedSyntax: Rule = (node) => {
  // Ambient declarations are types only and leave no code behind.
  if (ts.canHaveModifiers(node) && isAmbient(node)) return null;
  return byKind.get(node.kind) ?? forAwait(node) ?? asyncOrGenerator(node) ?? taggedTemplate(node);
};

function isAmbient(node: ts.HasModifiers): boolean {
  return ts.getModifiers(node)?.some((modifier) => modifier.kind === SyntaxKind.DeclareKeyword) ?? false;
}

function forAwait(node: ts.Node): Problem | null {
  if (!ts.isForOfStatement(node) || !node.awaitModifier) return null;
  return { rule: 'no-async', message: `for await does not exist here: ${ASYNC}` };
}

function asyncOrGenerator(node: ts.Node): Problem | null {
  if (!ts.isFunctionLike(node)) return null;
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  if (modifiers.some((modifier) => modifier.kind === SyntaxKind.AsyncKeyword)) {
    return { rule: 'no-async', message: `async functions do not exist here: ${ASYNC}` };
  }
  const isGenerator = 'asteriskToken' in node && node.asteriskToken !== undefined;
  return isGenerator ? { rule: 'no-generator', message: 'Generators do not exist here: build a list.' } : null;
}

/** `sql` of `@aws-appsync/utils/rds` is AppSync's own. */
function taggedTemplate(node: ts.Node): Problem | null {
  if (!ts.isTaggedTemplateExpression(node) || node.tag.getText() === 'sql') return null;
  return { rule: 'no-tagged-template', message: 'Tagged templates do not exist here, but for sql: call a function.' };
}
