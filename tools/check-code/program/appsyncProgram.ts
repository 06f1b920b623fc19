import path from 'node:path';
import ts from 'typescript';

const REPOSITORY = path.resolve(import.meta.dirname, '../../..');
export const APPSYNC_LIB = path.resolve(import.meta.dirname, '../appsynclib/lib.appsync.d.ts');

/** Text by absolute path. Paths that are not on disk are fine: bundles exist in memory only. */
export type Sources = Map<string, string>;

/** The TypeScript sources, as strictly as tsconfig.appsync.json says. */
export function sourceProgram(sources: Sources): ts.Program {
  return createProgram(sources, configuredOptions());
}

/**
 * The bundles, as AppSync itself checks them at deployment: plain JavaScript with inferred types, like
 * `tsc --checkJs`. So a variable that changes its shape, or an argument that lacks an optional property, is an error
 * there even though the TypeScript was right. Sources: aws/aws-appsync-community issues 279 and 324.
 */
export function bundleProgram(sources: Sources): ts.Program {
  return createProgram(sources, { ...configuredOptions(), strict: false, allowJs: true, checkJs: true });
}

function configuredOptions(): ts.CompilerOptions {
  const file = path.join(REPOSITORY, 'tsconfig.appsync.json');
  const { config, error } = ts.readConfigFile(file, ts.sys.readFile);
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const { options, errors } = ts.convertCompilerOptionsFromJson(config.compilerOptions, REPOSITORY, file);
  if (errors.length > 0) throw new Error(ts.flattenDiagnosticMessageText(errors[0].messageText, '\n'));
  return options;
}

function createProgram(sources: Sources, options: ts.CompilerOptions): ts.Program {
  const host = ts.createCompilerHost(options, true);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => sources.has(file) || fileExists.call(host, file);
  host.readFile = (file) => sources.get(file) ?? readFile.call(host, file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = sources.get(file);
    if (text === undefined) return getSourceFile.call(host, file, version, ...rest);
    return ts.createSourceFile(file, text, version, true);
  };
  return ts.createProgram({ rootNames: [...sources.keys(), APPSYNC_LIB], options, host });
}
