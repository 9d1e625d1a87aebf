import { decisionShortNames, rampStepNames } from '../labels.ts';
import type { Collation } from '../rules.ts';
import type { ChangeIdeaId } from '../types.ts';

/** Tests of change counted together: by what, and what people read. Nobody and nothing is ranked by success. */

export const countedBy = ['idea', 'factor', 'project', 'setting', 'decision', 'step'] as const;
export type CountedBy = (typeof countedBy)[number];

export const countedByNames: { readonly [by in CountedBy]: string } = {
  idea: 'Change idea',
  factor: 'Factor',
  project: 'Project',
  setting: 'Setting',
  decision: 'Decision',
  step: 'Size of the test'
};

/** The counts of a row, as page and file name them. */
export const countColumns: readonly { readonly count: keyof Collation; readonly label: string }[] =
  [
    { count: 'helped', label: 'Helped' },
    { count: 'didNotHelp', label: 'Did not help' },
    { count: 'cannotTell', label: 'Cannot tell yet' },
    { count: 'notSaid', label: 'Not said yet' },
    { count: 'all', label: 'Tried' },
    { count: 'notTried', label: 'Not tried yet' }
  ];

/** One row of counts. */
export type CountedLine = {
  readonly key: string;
  readonly title: string;
  readonly ideaId: ChangeIdeaId;
  readonly counts: Collation;
};

const without: { readonly [by in CountedBy]: string } = {
  idea: 'No idea named',
  factor: 'No factor chosen',
  project: 'No project',
  setting: 'No setting named',
  decision: 'Not decided yet',
  step: 'Not said'
};

/** What a row is called; `factorTitle` names a factor of the spine. */
export function lineTitle(
  by: CountedBy,
  line: { readonly key: string; readonly label: string },
  factorTitle: (id: string) => string
): string {
  if (line.key === '') return without[by];
  switch (by) {
    case 'factor':
      return factorTitle(line.key);
    case 'decision':
      return named(decisionShortNames, line.key);
    case 'step':
      return named(rampStepNames, line.key);
    default:
      return line.label === '' ? without[by] : line.label;
  }
}

function named(names: Readonly<Record<string, string>>, key: string): string {
  return names[key] ?? key;
}

/** The counts as rows of text, headings first: for a file. */
export function countsTable(by: CountedBy, lines: readonly CountedLine[]): string[][] {
  return [
    [countedByNames[by], ...countColumns.map(({ label }) => label)],
    ...lines.map(({ title, counts }) => [
      title,
      ...countColumns.map(({ count }) => String(counts[count]))
    ])
  ];
}
