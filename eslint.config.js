import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Doors: what may be imported from where, as far as one line can tell. tests/fences checks the ladder itself. */
const pastTheDoor = {
  regex: '^#modules/[^/]+/(?!(server|ui|drawing|folder|import(/server)?)$).+',
  message:
    'Come in by a door: #modules/<name>, its /server, its /ui, or a room with a door of its own.'
};
const outOfTheFolder = {
  regex: '^(\\.\\./)+(modules|ground|platform|web|design|core|routes)/',
  message:
    'Between folders use the names: #core/…, #modules/…, #ground/…, #platform/…, #web/…, #design.'
};
const onlyForServers = {
  allowTypeImports: true,
  regex:
    '(\\.server(\\.ts)?$|^#modules/[^/]+/(server|import/server)$|^#ground/|^#web/|^#platform/(database|scope|.*\\.server)$|^node:|^pg$|^kysely$)',
  message: 'This file must run in a browser too, or is a pure rule. What it needs is handed to it.'
};

export default defineConfig(
  globalIgnores([
    'build/',
    '.svelte-kit/',
    '.cairn/',
    'coverage/',
    'content/',
    'src/platform/schema.ts'
  ]),
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  svelte.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true }
      ],
      '@typescript-eslint/no-invalid-void-type': [
        'error',
        { allowAsThisParameter: true, allowInGenericTypeArguments: true }
      ],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [pastTheDoor, outOfTheFolder] }
      ],
      'svelte/no-navigation-without-resolve': 'off'
    }
  },
  {
    // What only the types can tell: a promise nobody waits for, a case nobody thought of.
    files: ['**/*.ts'],
    ignores: ['**/*.svelte.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true }
      ]
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    // Svelte's own rule knows which names the framework reassigns.
    rules: { 'prefer-const': 'off', 'svelte/prefer-const': 'error' }
  },
  {
    files: ['src/**'],
    ignores: ['src/cli/**'],
    rules: { 'no-console': 'error' }
  },
  {
    // Pure files and components.
    files: ['src/core/**', 'src/design/**', 'src/modules/*/*.ts', 'src/modules/*/ui/**'],
    ignores: ['**/*.server.ts', '**/*.test.ts', '**/builders.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [pastTheDoor, outOfTheFolder, onlyForServers] }
      ]
    }
  },
  {
    // Scripts, tests and the command line may reach straight for what they start or check.
    files: ['scripts/**', 'tests/**', 'bench/**', '*.config.*', 'src/cli/**', 'src/ground/**'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' }
  }
);
