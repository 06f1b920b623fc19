import ts from 'typescript';
import type { Rule } from './rule.ts';

/** Only array methods take functions; what is a function is seen by its type, so a name for one is found too. */
export const functionArgument: Rule = (node, { checker, builtIns }) => {
  if (!ts.isCallExpression(node)) return null;
  const argument = node.arguments.find((each) => checker.getTypeAtLocation(each).getCallSignatures().length > 0);
  if (!argument) return null;
  if (ts.isPropertyAccessExpression(node.expression) && builtIns.takesFunction(node.expression.name.text)) return null;
  return {
    rule: 'no-function-argument',
    message: `Functions cannot be passed, but to array methods (${builtIns.functionTakers.join(', ')}): call it here, or pass data that says what to do.`,
    node: argument,
  };
};

export const sortArgument: Rule = (node) => {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  if (node.expression.name.text !== 'sort' || node.arguments.length === 0) return null;
  return {
    rule: 'no-sort-argument',
    message:
      'sort takes no argument here: let the data source order (Query sorts by sort key), or sort strings made to sort.',
  };
};

export const applyBindCall: Rule = (node) => {
  if (!ts.isPropertyAccessExpression(node) || !['apply', 'bind', 'call'].includes(node.name.text)) return null;
  return {
    rule: 'no-apply-bind-call',
    message: `${node.name.text} does not exist here: call the function by its name; spread a list of arguments with f(...list).`,
  };
};

/** Function declarations, arrows and rest parameters are documented; this is not. */
export const objectMethod: Rule = (node) => {
  if (!ts.isMethodDeclaration(node) || !ts.isObjectLiteralExpression(node.parent)) return null;
  return { rule: 'no-method', message: 'Methods are not documented for AppSync: write a function.' };
};

export const defaultParameter: Rule = (node) => {
  if (!ts.isParameter(node) || !node.initializer) return null;
  return {
    rule: 'no-default-parameter',
    message:
      'Default parameters are not documented for AppSync: pass the argument, or write const x = given ?? fallback.',
  };
};
