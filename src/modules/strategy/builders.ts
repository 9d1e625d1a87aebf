import type { StrategySection } from '#modules/vocabulary';
import type { FrozenStrategy, SectionText, StrategyRecords } from './types.ts';

/** Made-up sections, texts and records, for tests. */

export function someSection(parts: Partial<StrategySection> = {}): StrategySection {
  return {
    id: 'vision',
    title: 'Vision',
    plainTitle: 'What we hope for',
    guidance: 'Say what you hope for.',
    prompts: [],
    filledFrom: [],
    ...parts
  };
}

export function someText(section: string, text: string): SectionText {
  return {
    section,
    text,
    version: 1,
    updatedAt: new Date('2026-01-20T09:00:00Z'),
    updatedBy: 'Fernhollow lead'
  };
}

const uuid = (number: number) => `40000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Records of a place that has begun: something of every kind, and something lacking in most. */
export const someRecords: Required<StrategyRecords> = {
  vision: 'Every child enjoys a story.',
  priorities: {
    outcomes: [{ title: 'Communication', ages: ['8–36 months'], reason: 'Far behind at two' }],
    factors: [
      {
        id: uuid(1),
        title: 'Play and talk',
        reason: 'Near to the child',
        actionKind: 'Improve',
        actionReason: 'It is here'
      },
      {
        id: uuid(2),
        title: 'Books at home',
        reason: 'Few have any',
        actionKind: null,
        actionReason: ''
      }
    ]
  },
  evidence: {
    source: 'a made-up toolkit',
    factors: [
      { factor: 'play', title: 'Play and talk', matters: 'critical', works: null },
      { factor: 'books', title: 'Books at home', matters: null, works: null }
    ]
  },
  indicators: [
    {
      id: 'gld',
      title: 'Good level of development',
      figure: '68% in 2024/25',
      beside: 'similar to England (68%)',
      isPublished: true,
      bearsOnChoice: true,
      updatedAt: null
    },
    {
      id: uuid(3),
      title: 'Books borrowed',
      figure: '5 in 2025/26',
      beside: null,
      isPublished: false,
      bearsOnChoice: false,
      updatedAt: null
    },
    {
      id: uuid(4),
      title: 'Mothers asked',
      figure: null,
      beside: null,
      isPublished: false,
      bearsOnChoice: true,
      updatedAt: null
    }
  ],
  services: {
    all: 9,
    byFactor: [
      { title: 'Play and talk', services: 3 },
      { title: 'Books at home', services: 0 }
    ]
  },
  groups: [{ name: 'Board', purpose: 'Decides.', reportsTo: [], hasFamilies: false }],
  governance: {
    lines: [{ text: 'Legal form: informal', note: '', path: '/plan/arrangements' }],
    gaps: [{ text: 'No commitment is written down of the council.', path: '/plan/commitments' }]
  },
  boundaries: {
    lines: [{ text: 'Families of the town', note: 'Draft.', path: '/system/boundaries' }],
    gaps: [{ text: 'The working boundary is a draft.', path: '/system/boundaries' }]
  },
  aims: [
    {
      id: uuid(5),
      title: 'A story at bedtime',
      priority: 'Talk',
      due: null,
      group: 'Board',
      state: ''
    }
  ],
  actions: [
    {
      id: uuid(6),
      title: 'Choose a programme',
      lead: 'Head of nursery',
      dueOn: '2026-12-01',
      due: '1 December 2026',
      status: 'Under way',
      isOpen: true,
      hasResource: false
    },
    {
      id: uuid(7),
      title: 'Test story bags',
      lead: '',
      dueOn: '2026-10-31',
      due: '31 October 2026',
      status: 'Not started',
      isOpen: true,
      hasResource: true
    },
    {
      id: uuid(8),
      title: 'Ask parents',
      lead: 'Head of nursery',
      dueOn: null,
      due: null,
      status: 'Done',
      isOpen: false,
      hasResource: false
    }
  ],
  measures: [{ id: uuid(9), title: 'Stories at home', says: 'The last value is 6 of 20.' }],
  tests: [
    {
      projectId: uuid(10),
      title: 'A story before bed',
      tests: 4,
      cameOut: '2 helped and 2 did not help',
      last: '3 August 2026'
    }
  ]
};

/** A document of one section. */
export function someDocument(text: string, lines: readonly string[] = []): FrozenStrategy {
  return {
    format: 1,
    place: 'Fernhollow',
    madeUp: true,
    sections: [
      {
        id: 'vision',
        title: 'Vision',
        plainTitle: 'What we hope for',
        text,
        lists: [
          {
            kind: 'aims',
            title: 'Aims',
            says: '',
            lines: lines.map((line) => ({ text: line, note: '', ownFigure: '' }))
          }
        ]
      }
    ]
  };
}
