import { fileURLToPath } from 'node:url';
import n from 'eslint-plugin-n';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const restrictedImports = {
  paths: [
    {
      name: 'natural',
      message: 'Its root loads database drivers: import natural/lib/natural/….',
    },
    {
      name: 'lowdb/node',
      importNames: ['JSONFilePreset', 'JSONFileSyncPreset'],
      message: 'In memory when NODE_ENV is test.',
    },
  ],
};

const wholeZod = {
  selector:
    'ImportDeclaration[source.value="zod"] > :matches(ImportDefaultSpecifier, ImportSpecifier[importKind!="type"])',
  message: "`import * as z from 'zod'` leaves what is not used out of the bundle.",
};

const noFocusedOrSkippedTests = {
  selector:
    'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo|fails)$/]',
  message: 'Every test runs.',
};

const noBareDynamicImport = {
  selector: 'ImportExpression > Literal.source[value=/^(?!\\.|node:)/]',
  message:
    'Put the library behind a module of ours and import() that: names of a CommonJS library differ once bundled.',
};

export default defineConfig(
  globalIgnores(['dist/', 'public/', 'coverage/', 'data/', 'screenshots/', 'test/fixtures/']),
  {
    files: ['**/*.ts', '**/*.mjs'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { n },
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: fileURLToPath(new URL('..', import.meta.url)),
      },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-constant-binary-expression': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unreachable-loop': 'error',
      'object-shorthand': 'error',
      'no-restricted-imports': ['error', restrictedImports],
      'n/no-deprecated-api': 'error',
      'n/no-unsupported-features/node-builtins': [
        'error',
        { version: '^20 || >=22', allowExperimental: true },
      ],
      'n/prefer-node-protocol': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // Express handlers and event listeners may be async: Express answers a rejection itself.
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, properties: false } },
      ],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // Spreading a string into its code points is meant.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A port's implementation in memory has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // noUncheckedIndexedAccess asks for it where a loop's bound already proves the index.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Services are objects of closures: nothing depends on `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'n/no-process-env': 'error',
      'no-restricted-syntax': ['error', noBareDynamicImport, wholeZod],
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'setTimeout',
        'setInterval',
        'performance',
        'fetch',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The domain has no clock.' },
        { object: 'Math', property: 'random', message: 'The domain has no randomness.' },
        { object: 'crypto', property: 'randomUUID', message: 'The domain has no randomness.' },
      ],
      'no-restricted-syntax': [
        'error',
        noBareDynamicImport,
        wholeZod,
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'The domain has no clock.',
        },
      ],
    },
  },
  { files: ['src/main.ts'], rules: { 'n/no-process-env': 'off' } },
  {
    files: ['src/main.ts', 'src/launch/**', 'test/{bench,fuzz}/**', 'test/browser/screenshots.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', noFocusedOrSkippedTests],
      // The tools that run tests need this much.
      'n/no-unsupported-features/node-builtins': [
        'error',
        { version: '^20.19 || >=22', allowExperimental: true },
      ],
      // supertest's bodies and page.evaluate's results are untyped.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
