import ts from 'typescript';
import type { Problem, Rule } from './rule.ts';

/** The modules that AppSync itself has. */
const APPSYNC_MODULES = ['', '/ai', '/dynamodb', '/rds'].map((path) => `@aws-appsync/utils${path}`);

export const refusedImport: Rule = (node) => {
  if (ts.isImportEqualsDeclaration(node)) return problem('import = require does not exist here: write an import.');
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return problem('import() does not exist here: write an import at the top.');
  }
  if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return null;
  const isErased = ts.isImportDeclaration(node) ? node.importClause?.isTypeOnly : node.isTypeOnly;
  if (isErased || !node.moduleSpecifier || !ts.isStringLiteral(node.moduleSpecifier)) return null;
  return checkModule(node.moduleSpecifier.text);
};

function checkModule(name: string): Problem | null {
  if (name.startsWith('.') || APPSYNC_MODULES.includes(name)) return null;
  if (name.startsWith('node:')) return problem(`${name} does not exist in AppSync: a Lambda function has Node.`);
  return problem(
    `${name} cannot be used in AppSync: only ${APPSYNC_MODULES.join(', ')} and own files can be imported.`,
  );
}

function problem(message: string): Problem {
  return { rule: 'no-import', message };
}
