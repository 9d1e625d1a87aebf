import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, named here as their size does not tell it. What begins last is waited for by a worker with nothing to do. */
const longest = ['every-page.test.ts'];

/** The runner's own order, with the longest files first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification) =>
      longest.some((name) => moduleId.endsWith(`/${name}`));
    return [...sorted.filter(isLongest), ...sorted.filter((one) => !isLongest(one))];
  }
}
