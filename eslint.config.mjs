// What the browser code must hold to beside its layout, which is prettier's.
import js from '@eslint/js';
import globals from 'globals';

const asText = 'Text from the tables goes in as text: use textContent, or h and s of dom.mjs.';
const noDocument = 'What is in core/ knows no document.';

export default [
  {ignores: ['.venv/', 'node_modules/', 'geo/classroom/ink/freehand/']},
  js.configs.recommended,
  {
    languageOptions: {ecmaVersion: 2022, sourceType: 'module', globals: globals.browser},
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    rules: {
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      'no-unused-vars': ['error', {argsIgnorePattern: '^_'}],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TemplateLiteral TemplateLiteral',
          message: 'What makes the code small does not understand a template in a template and takes its spaces.',
        },
      ],
      'no-restricted-properties': [
        'error',
        {property: 'innerHTML', message: asText},
        {property: 'outerHTML', message: asText},
        {property: 'insertAdjacentHTML', message: asText},
        {object: 'document', property: 'write', message: asText},
        {object: 'Object', property: 'hasOwn', message: 'Chromium 92 has none: use a Map.'},
      ],
    },
  },
  {
    files: ['geo/**'],
    rules: {
      'max-lines': ['error', 400],
      // Comments, which prettier leaves as they are.
      'max-len': ['error', {code: 120, ignoreStrings: true, ignoreTemplateLiterals: true}],
      'max-lines-per-function': ['error', {max: 80, skipBlankLines: false, skipComments: false}],
    },
  },
  {
    files: ['geo/atlas/core/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['document', 'window', 'location', 'history', 'navigator', 'localStorage', 'sessionStorage'],
        ...['getComputedStyle', 'matchMedia', 'requestAnimationFrame', 'Node', 'Element', 'HTMLElement', 'SVGElement'],
      ].map((name) => (name === 'error' ? name : {name, message: noDocument})),
    },
  },
];
