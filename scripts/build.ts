// Builds the pages if their sources have changed since the last build.
import { buildIfStale } from './ground/build.ts';
import { endWith } from './ground/ending.ts';

await endWith(async () => {
  await buildIfStale((sentence) => process.stderr.write(`${sentence}\n`));
  return 0;
});
