import path from 'node:path';
import appsync from '@aws-appsync/eslint-plugin';
import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import type { Net } from './net.ts';

/** AWS's own ESLint rules. Comments in the code cannot switch them off: AppSync would not read those either. */
export const pluginNet: Net = (program, files) => {
  // ESLint refuses files outside of its working folder.
  const linter = new Linter({ configType: 'flat', cwd: path.parse(process.cwd()).root });
  const config = {
    files: ['**/*.ts', '**/*.js'],
    plugins: { '@aws-appsync': appsync },
    languageOptions: { parser, parserOptions: { programs: [program] } },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' as const },
    rules: (appsync.configs?.recommended as Linter.Config).rules,
  };
  return files.flatMap((file) =>
    linter.verify(file.text, [config], { filename: file.fileName }).map(({ line, column, ruleId, message }) => ({
      file: file.fileName,
      line,
      column,
      rule: ruleId ?? 'eslint',
      message,
    })),
  );
};
