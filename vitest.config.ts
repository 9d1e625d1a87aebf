import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { HonestCapabilities } from './tests/support/capabilities.ts';
import { ClosingLine } from './tests/support/closing-line.ts';

const unhurried = 30_000; // milliseconds; the machine may be small and busy

export default defineConfig({
  test: {
    reporters: ['default', new HonestCapabilities(), new ClosingLine()],
    projects: [
      {
        plugins: [svelte({ configFile: false })],
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'content/**/*.test.ts', 'tests/fences/**/*.test.ts'],
          exclude: ['src/**/*.db.test.ts'],
          testTimeout: unhurried,
          sequence: { groupOrder: 1 }
        }
      },
      {
        plugins: [svelte({ configFile: false })],
        test: {
          name: 'database',
          include: [
            'src/**/*.db.test.ts',
            'tests/access/**/*.test.ts',
            'tests/platform/**/*.test.ts'
          ],
          globalSetup: ['tests/support/database-setup.ts'],
          testTimeout: unhurried,
          hookTimeout: 2 * unhurried,
          sequence: { groupOrder: 2 }
        }
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/support/journeys-setup.ts'],
          // Each worker walks in a running Cairn of its own.
          maxWorkers: 2,
          testTimeout: 4 * unhurried,
          hookTimeout: 4 * unhurried,
          sequence: { groupOrder: 3 }
        }
      }
    ]
  }
});
