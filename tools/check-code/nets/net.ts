import ts from 'typescript';

/** A finding whose file is an absolute path. */
export type RawFinding = { file: string; line: number; column: number; rule: string; message: string };

/** Looks at some files of a program in one way. */
export type Net = (program: ts.Program, files: ts.SourceFile[]) => RawFinding[];

export function findingAt(file: ts.SourceFile, position: number, rule: string, message: string): RawFinding {
  const { line, character } = ts.getLineAndCharacterOfPosition(file, position);
  return { file: file.fileName, line: line + 1, column: character + 1, rule, message };
}
