import fs from 'node:fs';
import ts from 'typescript';
import type { RawFinding } from './nets/net.ts';
import type { SourceFiles } from './sourceFiles.ts';

const HANDLERS = ['request', 'response'];

/** The files that become bundles, and complaints about those that should but cannot. */
export function findHandlers({ units, pipelineFiles }: SourceFiles): { handlers: string[]; findings: RawFinding[] } {
  const unitFindings = units.flatMap((file) => missingHandlers(file, HANDLERS));
  // A file of a pipeline may hold types or helpers; one handler without the other is a mistake.
  const halves = pipelineFiles.filter((file) => exportedHandlers(file).length > 0);
  const findings = [...unitFindings, ...halves.flatMap((file) => missingHandlers(file, HANDLERS))];
  const broken = new Set(findings.map(({ file }) => file));
  return { handlers: [...units, ...halves].filter((file) => !broken.has(file)), findings };
}

function missingHandlers(file: string, wanted: string[]): RawFinding[] {
  const exported = exportedHandlers(file);
  const missing = wanted.filter((name) => !exported.includes(name));
  if (missing.length === 0) return [];
  const message = `AppSync needs the functions request and response: export ${missing.join(' and ')} too.`;
  return [{ file, line: 1, column: 1, rule: 'handlers', message }];
}

function exportedHandlers(file: string): string[] {
  const { statements } = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022);
  const exported = statements.filter(isExported).flatMap(declaredNames);
  const listed = statements.filter(ts.isExportDeclaration).flatMap(exportList);
  return HANDLERS.filter((name) => exported.includes(name) || listed.includes(name));
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function declaredNames(statement: ts.Statement): string[] {
  if (ts.isFunctionDeclaration(statement)) return statement.name ? [statement.name.text] : [];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
}

function exportList({ exportClause }: ts.ExportDeclaration): string[] {
  return exportClause && ts.isNamedExports(exportClause) ? exportClause.elements.map(({ name }) => name.text) : [];
}
