/** One level that an area shows, as files and programs have it. */
export type SharedLine = {
  readonly collaborative: string;
  readonly instrument: string;
  readonly element: string;
  readonly elementTitle: string;
  readonly area: string;
  readonly isMadeUp: boolean;
  readonly isOwn: boolean;
  /** Null where it was agreed on another scale or in other words than today's. */
  readonly level: string | null;
  readonly levelTitle: string | null;
  readonly agreedOn: string;
  readonly mayBeVisited: boolean;
  readonly notComparedBecause: 'other-scale' | 'other-words' | null;
};

const whyWords = {
  'other-scale': 'rated on another scale',
  'other-words': 'asked in other words'
} as const;

/** What areas show, as a file: one level a row, in the order of the elements and of the names of the areas. */
export function sharedTable(lines: readonly SharedLine[]): string[][] {
  return [
    [
      'Collaborative',
      'Rated by',
      'Element',
      'Area',
      'Made up',
      'Level',
      'Agreed on',
      'May be visited',
      'Not compared'
    ],
    ...lines.map((line) => [
      line.collaborative,
      line.instrument,
      line.elementTitle,
      line.area,
      line.isMadeUp ? 'yes' : 'no',
      line.levelTitle ?? '',
      line.agreedOn,
      line.mayBeVisited ? 'yes' : 'no',
      line.notComparedBecause === null ? '' : whyWords[line.notComparedBecause]
    ])
  ];
}
