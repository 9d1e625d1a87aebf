import { paragraphs, type Block, type WrittenDocument } from '#core/written-document';
import { sayDate } from '#core/written-dates';
import { dateOf } from '#core/dates';
import { forEverybody } from './fill.ts';
import { statusNames } from './sentences.ts';
import type { FrozenSection, WholeVersion } from './types.ts';

/**
 * A version of the strategy as a document: a cover with its state and contents, a part for each section, measures as they were drawn, and
 * whose evidence it is. Figures of the partnership's own are left out, as for everybody: a file is passed on.
 */
export function strategyDocument(version: WholeVersion): WrittenDocument {
  const { content, number, title, note, status, approvedBy, approvedOn, madeAt } = version;
  const { sections } = forEverybody(content);
  const charts = content.charts ?? [];
  const sources = sections.flatMap(({ lists }) =>
    lists.filter(({ kind, says }) => kind === 'evidence' && says !== '').map(({ says }) => says)
  );
  return {
    title,
    caption: `${content.place}: strategy, version ${number}`,
    ...(note === '' ? {} : { lead: note }),
    language: 'en-GB',
    author: content.place,
    hasContents: true,
    cover: [
      { term: 'State', words: statusNames[status] },
      {
        term: 'Approved by',
        words: approvedOn === null ? 'Not yet' : `${approvedBy}, on ${sayDate(approvedOn)}`
      },
      { term: 'As it stood on', words: sayDate(dateOf(madeAt)) },
      ...(content.madeUp
        ? [{ term: 'Made up', words: `${content.place} is made up, and so is all of this.` }]
        : [])
    ],
    blocks: [
      ...sections.flatMap((section, index) => sectionBlocks(section, index + 1)),
      ...(charts.length === 0
        ? []
        : [
            // Or the heading stays behind where the first drawing needs a sheet.
            { kind: 'page-break' } as const,
            { kind: 'heading', level: 1, text: 'Measures over time' } as const,
            {
              kind: 'paragraph',
              words: 'As they stood when this version was made, with small numbers protected.',
              soft: true
            } as const,
            ...charts
          ]),
      { kind: 'sources', items: [...new Set(sources)] }
    ]
  };
}

function sectionBlocks({ title, text, lists }: FrozenSection, number: number): Block[] {
  return [
    { kind: 'heading', level: 1, text: `${number}. ${title}` },
    ...paragraphs(text),
    ...lists.flatMap((list): Block[] => [
      { kind: 'heading', level: 2, text: list.title },
      // Whose evidence it is stands among the sources.
      ...(list.says === '' || list.kind === 'evidence'
        ? []
        : [{ kind: 'paragraph', words: list.says, soft: true } as const]),
      ...(list.lines.length === 0
        ? []
        : [
            {
              kind: 'list',
              ordered: false,
              items: list.lines.map((line) =>
                line.note === ''
                  ? line.text
                  : [{ text: line.text, bold: true }, { text: `\n${line.note}` }]
              )
            } as const
          ])
    ])
  ];
}
