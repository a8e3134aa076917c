import tseslint from 'typescript-eslint';

// Who may import whom: the table of docs/architecture.md. `types` names folders of which only types may be imported.
const layers = {
  diagnostics: { may: [], types: [] },
  xml: { may: ['diagnostics'], types: [] },
  'ird-parser': { may: ['xml', 'diagnostics'], types: [] },
  ir: { may: ['diagnostics'], types: ['ird-parser', 'xml'] },
  mappings: { may: ['ir', 'diagnostics'], types: ['ird-parser'] },
  emit: { may: ['ir', 'mappings', 'diagnostics'], types: [] },
  'runtime-check': { may: ['xml', 'diagnostics'], types: [] },
  equivalence: { may: ['ir', 'runtime-check', 'diagnostics'], types: [] },
};

const boundaries = Object.entries(layers).map(([layer, { may, types }]) => {
  const others = [...Object.keys(layers), 'report', 'batch', 'cli'].filter((name) => name !== layer);
  const rule = (name, allowTypeImports) => ({
    regex: `^(\\.\\./)+${name}/`,
    allowTypeImports,
    message: `src/${layer} must not import ${name}${allowTypeImports ? ' (types only)' : ''}; see docs/architecture.md.`,
  });
  const patterns = others
    .filter((name) => !may.includes(name))
    .map((name) => rule(name, types.includes(name)));
  return {
    files: [`src/${layer}/**/*.ts`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            ...patterns,
            { regex: '^node:(fs|net|http|https|child_process|worker_threads)', message: 'Only batch and cli touch the system.' },
          ],
        },
      ],
    },
  };
});

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'out/**', 'fixtures/**', 'coverage/**'] },
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      'no-control-regex': 'off',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['scripts/**', 'bench/**', 'bin/**', '*.js'], rules: { 'no-console': 'off' } },
  ...boundaries,
);
