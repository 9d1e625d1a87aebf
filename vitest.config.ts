import { availableParallelism } from 'node:os';
import path from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { HonestCapabilities } from './tests/support/capabilities.ts';
import { ClosingLine } from './tests/support/closing-line.ts';
import { LongestFirst } from './tests/support/longest-first.ts';
import { patience } from './tests/support/patience.ts';

const unhurried = 2 * patience; // milliseconds; the machine may be small and busy, and a test that waits says itself what it waited for
/** Never fewer than two: while one worker waits for the database, another computes. */
const workers = Math.max(2, availableParallelism() - 1);
/** Workers outlive their files, so that what files share is read once; each-file.ts gives back what was of one file alone. */
const shared = { isolate: false, setupFiles: ['tests/support/each-file.ts'] };

export default defineConfig({
  test: {
    // What was transformed once is not transformed again, by the content of each file.
    fsModuleCache: true,
    sequence: { sequencer: LongestFirst },
    // One setting for all projects: a poll of a second would rest on the speed of the machine.
    expect: { poll: { timeout: patience } },
    reporters: ['default', new HonestCapabilities(), new ClosingLine()],
    projects: [
      {
        plugins: [svelte({ configFile: false })],
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.ts',
            'content/**/*.test.ts',
            'tests/fences/**/*.test.ts',
            'tests/attack/**/*.test.ts',
            'tests/fuzz/**/*.test.ts'
          ],
          exclude: ['src/**/*.db.test.ts'],
          maxWorkers: workers,
          ...shared,
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
          maxWorkers: workers,
          ...shared,
          alias: {
            // Real hashing is slow on purpose, and tried in passwords.test.ts.
            '@node-rs/argon2': path.resolve(import.meta.dirname, 'tests/support/cheap-argon2.ts')
          },
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
          // Each worker walks in a running Cairn of its own, and waits for its page a good part of the time.
          maxWorkers: 3,
          ...shared,
          testTimeout: 4 * unhurried,
          hookTimeout: 4 * unhurried,
          sequence: { groupOrder: 3 }
        }
      }
    ]
  }
});
