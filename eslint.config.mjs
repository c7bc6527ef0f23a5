// What the browser code must hold to beside its layout, which is prettier's.
import js from '@eslint/js';
import globals from 'globals';

export default [
  {ignores: ['.venv/', 'node_modules/']},
  js.configs.recommended,
  {
    languageOptions: {ecmaVersion: 2022, sourceType: 'module', globals: globals.browser},
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    rules: {
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      'no-unused-vars': ['error', {argsIgnorePattern: '^_'}],
    },
  },
  {
    files: ['geo/atlas/*.{js,mjs}', 'geo/atlas/{core,frame,stage}/**'],
    rules: {
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', {max: 80, skipBlankLines: false, skipComments: false}],
    },
  },
];
