// The checks of JavaScript: the recommended rules, and the limits that tests hold Python to.

import js from '@eslint/js';
import globals from 'globals';

export default [
  { ignores: ['.venv/', 'build/', 'node_modules/'] },
  js.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, vis: 'readonly' } },
    rules: {
      'max-lines-per-function': ['error', { max: 60 }],
      'max-lines': ['error', { max: 250 }],
      'max-len': ['error', { code: 140, ignoreComments: true }],
      'no-restricted-properties': ['error', { property: 'body', object: 'network', message: 'vis-network has an API for this.' }],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['tests/**/*.js'], languageOptions: { globals: globals.node } },
];
