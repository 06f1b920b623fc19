// What the compiler and the formatter do not see. Formatting is biome's alone.
import appsync from '@aws-appsync/eslint-plugin';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** What AppSync runs: tsconfig.appsync.json knows which built-ins it has. tools/check-code checks it far more strictly. */
const APPSYNC_CODE = {
  files: ['resolvers/**/*.ts', 'core/portable/**/*.ts'],
  ignores: ['resolvers/manifest.ts', '**/*.test.ts'],
};

export default tseslint.config(
  { ignores: ['generated/', 'cdk.out/', '.local/', 'coverage/', 'tools/check-code/appsynclib/'] },
  // A directive that silences nothing hides the next fault.
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A promise that nobody waits for loses its error: a write that failed looks like one that went well.
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      // A new state or kind must be met everywhere it matters.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Node strips types and keeps imports: a type imported as a value would be looked for at run time.
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.ts', '**/*.mjs'],
    ignores: ['**/*.test.ts', '**/*.test.mjs'],
    // `sum = add(sum, await work())` loses what others added while it waited.
    rules: { 'require-atomic-updates': ['error', { allowProperties: true }] },
  },
  {
    ...APPSYNC_CODE,
    ...appsync.configs.recommended,
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        projectService: false,
        project: './tsconfig.appsync.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: nodeGlobals() },
  },
);

/** Those that the plain JavaScript here uses. */
function nodeGlobals() {
  const names = [
    'Buffer',
    'URL',
    'clearInterval',
    'clearTimeout',
    'console',
    'module',
    'process',
    'setImmediate',
    'setInterval',
    'setTimeout',
  ];
  return Object.fromEntries(names.map((name) => [name, 'readonly']));
}
