import type { ExportNamedDeclaration, ImportDeclaration, Pattern, Program } from 'acorn';
import { refuse } from './refuse.ts';

/** What a module of the runtime offers, by its name. */
export type ModuleExports = Record<string, string[]>;

/** A stretch of the bundle that is not plain script and is blanked out. */
export type Span = { start: number; end: number };

export type ModuleParts = {
  /** Declarations that stand for the imports, e.g. `const {util}=modules["@aws-appsync/utils"];`. */
  bindings: string;
  blanked: Span[];
  /** Exported name -> local name. */
  exported: Map<string, string>;
};

type Source = { code: string; name: string; modules: ModuleExports };

/** Reads the import and export declarations of a bundle. @param modulesName the variable that holds the modules */
export function moduleParts(program: Program, source: Source, modulesName: string): ModuleParts {
  const parts: ModuleParts = { bindings: '', blanked: [], exported: new Map() };
  for (const node of program.body) {
    if (node.type === 'ImportDeclaration') {
      parts.bindings += binding(node, source, modulesName);
      parts.blanked.push(node);
    } else if (node.type === 'ExportNamedDeclaration') {
      readExport(node, source, parts);
    } else if (node.type === 'ExportDefaultDeclaration' || node.type === 'ExportAllDeclaration') {
      refuse(source.name, source.code, 'export request and response by name', node.start);
    }
  }
  return parts;
}

function binding(node: ImportDeclaration, { code, name, modules }: Source, modulesName: string): string {
  const from = String(node.source.value);
  const offered = modules[from];
  if (!offered) {
    const known = Object.keys(modules).join(', ');
    return refuse(name, code, `the module "${from}" is not supported, only ${known}`, node.start);
  }
  const place = `${modulesName}[${JSON.stringify(from)}]`;
  let bindings = '';
  for (const specifier of node.specifiers) {
    const local = specifier.local.name;
    if (specifier.type === 'ImportNamespaceSpecifier') bindings += `const ${local}=${place};`;
    else if (specifier.type === 'ImportDefaultSpecifier') {
      refuse(name, code, `the module "${from}" has no default export`, specifier.start);
    } else {
      const imported = exportName(specifier.imported);
      if (!offered.includes(imported)) refuse(name, code, `"${from}" has no export "${imported}"`, specifier.start);
      bindings += `const ${local}=${place}.${imported};`;
    }
  }
  return bindings;
}

function readExport(node: ExportNamedDeclaration, { code, name }: Source, parts: ModuleParts): void {
  if (node.source) refuse(name, code, 'exports from other modules are not supported', node.start);
  if (!node.declaration) {
    parts.blanked.push(node);
    for (const specifier of node.specifiers) {
      parts.exported.set(exportName(specifier.exported), exportName(specifier.local));
    }
    return;
  }
  parts.blanked.push({ start: node.start, end: node.declaration.start });
  for (const local of declaredNames(node.declaration)) parts.exported.set(local, local);
}

function declaredNames(declaration: NonNullable<ExportNamedDeclaration['declaration']>): string[] {
  if (declaration.type !== 'VariableDeclaration') return [declaration.id.name];
  return declaration.declarations.map(({ id }) => identifierName(id)).filter((id) => id !== null);
}

function identifierName(pattern: Pattern): string | null {
  return pattern.type === 'Identifier' ? pattern.name : null;
}

function exportName(node: { type: 'Identifier'; name: string } | { type: 'Literal'; value?: unknown }): string {
  return node.type === 'Identifier' ? node.name : String(node.value);
}
