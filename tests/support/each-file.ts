// The runner reads this before each test file, in a worker that may have run others.
import { afterAll } from 'vitest';
import { endFile } from './end-of-file.ts';

// A file that could not be read had no end of its own.
await endFile();
afterAll(endFile);
