import { documentProblems, textOfWords } from '#core/written-document';
import { describe, expect, test } from 'vitest';
import type { StrategyVersionId, WholeVersion } from './types.ts';
import { strategyDocument } from './written-strategy.ts';

const version: WholeVersion = {
  id: 'v' as StrategyVersionId, // as the database gives it
  number: 3,
  title: 'Talk, play and stories',
  note: '',
  status: 'approved',
  approvedBy: 'The board',
  approvedOn: '2026-11-20',
  madeAt: new Date('2026-11-21T10:00:00Z'),
  madeBy: 'A lead',
  publishedAt: null,
  content: {
    format: 1,
    place: 'Fernhollow',
    madeUp: false,
    sections: [
      {
        id: 'what-matters',
        title: 'What matters',
        plainTitle: 'What matters here',
        text: 'Talk comes first.\n\nBooks come next.',
        lists: [
          {
            kind: 'evidence',
            title: 'What is known',
            says: 'Evidence matrix of 2018',
            lines: [{ text: 'Play', note: 'Strong', ownFigure: '' }]
          },
          {
            kind: 'measures',
            title: 'Measures',
            says: '',
            lines: [{ text: 'Stories', note: '', ownFigure: '64.5% of 31' }]
          }
        ]
      },
      { id: 'empty', title: 'Nothing yet', plainTitle: 'Nothing', text: '', lists: [] }
    ],
    charts: [
      {
        kind: 'drawing',
        title: 'Stories at bedtime',
        svg: '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>',
        alternative: 'On 1 May it was 40%; on 1 June it was 60%.',
        table: { kind: 'table', caption: 'Values', columns: [{ heading: 'When' }], rows: [['May']] }
      }
    ]
  }
};

describe('a version of the strategy as a document', () => {
  const document = strategyDocument(version);

  test('has a cover, a part for each section that says something, drawings with tables, and sources', () => {
    expect(documentProblems(document)).toEqual([]);
    expect(document.caption).toBe('Fernhollow: strategy, version 3');
    expect(document.cover?.map(({ term, words }) => `${term}: ${textOfWords(words)}`)).toEqual([
      'State: Approved',
      'Approved by: The board, on 20 November 2026',
      'As it stood on: 21 November 2026'
    ]);
    const headings = document.blocks.flatMap((block) =>
      block.kind === 'heading' ? [`${block.level} ${block.text}`] : []
    );
    expect(headings).toEqual([
      '1 1. What matters',
      '2 What is known',
      '2 Measures',
      '1 Measures over time'
    ]);
    expect(document.blocks.at(-1)).toEqual({ kind: 'sources', items: ['Evidence matrix of 2018'] });
  });

  test('holds no figure of the partnership’s own', () => {
    expect(JSON.stringify(document)).not.toContain('64.5%');
  });
});
