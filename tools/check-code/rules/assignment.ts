import ts from 'typescript';

const { FirstAssignment, LastAssignment } = ts.SyntaxKind;

/** `=`, `+=` and so on. */
export function isAssignment(node: ts.Node): node is ts.BinaryExpression {
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  return kind >= FirstAssignment && kind <= LastAssignment;
}
