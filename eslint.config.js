import js from '@eslint/js'
import hooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import { defineConfig } from 'eslint/config'
import ts from 'typescript-eslint'

const typed = ['**/*.{ts,tsx}']
const ours = ['shared/**/*.ts', 'renderer/**/*.{ts,tsx}', 'electron/**/*.ts', 'test/**/*.{ts,tsx}']

export default defineConfig(
  { ignores: ['out', 'dist', 'test-results', 'playwright-report', 'packaging'] },
  // No exception is made from inside a file: a rule that is wrong is changed here, where all can see it.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: typed,
    extends: [ts.configs.recommendedTypeChecked],
    // One program that holds every file, instead of one for each project: a third of the time.
    languageOptions: {
      parserOptions: { project: ['tsconfig.test.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A number, and an id (a string with a brand), reads well in a sentence.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Objects with methods are closures here; a method can be handed on without its object.
      '@typescript-eslint/unbound-method': 'off',
      // Takes assertions for idle that the compiler needs (`a[0] as T` where indexes may be out of range).
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      // `new Worker(...)`, event handlers and the like take an async function and rightly drop its promise.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  {
    files: ours,
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: 'ExportAllDeclaration', message: 'No re-export files: import from where it is made.' },
        { selector: 'TSEnumDeclaration', message: 'Use a union of texts.' },
      ],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [hooks.configs.flat.recommended],
    languageOptions: { globals: globals.browser },
    // Only the React Compiler, which is not used here, minds libraries that it cannot memoise.
    rules: { 'react-hooks/incompatible-library': 'off' },
  },
  // The renderer and shared code never see Node or Electron; the console is nobody's log.
  {
    files: ['renderer/**', 'shared/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-imports': [
        'error',
        { patterns: ['node:*', 'electron', 'electron/*', '**/electron/**', '#shared/*/index'] },
      ],
    },
  },
  // shared/ has no clock and no chance of its own: today and the seed are arguments.
  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: ['node:*', 'electron', 'react', 'react-dom', 'dexie', '#shared/*', '**/renderer/**'] },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Today is an argument.' },
        { object: 'Math', property: 'random', message: 'Chance comes from shared/base/random, seeded.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: 'ExportAllDeclaration', message: 'No re-export files: import from where it is made.' },
        { selector: 'TSEnumDeclaration', message: 'Use a union of texts.' },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Today is an argument.',
        },
      ],
    },
  },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-implied-eval': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  // Playwright asks for its global setup as a default export.
  { files: ['test/host/setup.ts'], rules: { 'no-restricted-syntax': 'off' } },
)
