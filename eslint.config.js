import { readFileSync } from 'node:fs';
import tseslint from 'typescript-eslint';

// Who may import whom; docs/architecture.md shows it, test/architecture checks it for type imports and packages as well.
const layers = JSON.parse(readFileSync(new URL('scripts/layers.json', import.meta.url), 'utf8'));
const system = [
  'fs',
  'net',
  'http',
  'https',
  'http2',
  'dgram',
  'tls',
  'child_process',
  'worker_threads',
  'process',
  'os',
];

const boundaries = Object.entries(layers)
  .filter(([layer]) => layer !== '(root)')
  .map(([layer, { may, types, packages }]) => {
    const others = Object.keys(layers).filter(
      (name) => name !== layer && name !== '(root)' && !may.includes(name),
    );
    const patterns = others.map((name) => ({
      regex: `^(\\.\\./)+${name}/`,
      allowTypeImports: types.includes(name),
      message: `src/${layer} must not import ${name}${types.includes(name) ? ' (types only)' : ''}; see docs/architecture.md.`,
    }));
    const forbidden = system.filter((name) => !packages.includes(`node:${name}`));
    return {
      files: [`src/${layer}/**/*.ts`],
      rules: {
        '@typescript-eslint/no-restricted-imports': [
          'error',
          {
            patterns: [
              ...patterns,
              {
                regex: `^(node:)?(${forbidden.join('|')})$`,
                message: 'Only batch and cli touch the system.',
              },
            ],
          },
        ],
      },
    };
  });

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'out/**', 'fixtures/**', 'coverage/**', '.cache/**'] },
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
