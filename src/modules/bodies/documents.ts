import type { TableBlock, WrittenDocument } from '#core/written-document';
import { sayDate } from '#core/written-dates';
import { planDocument, type Aim, type PlanOutline } from '#modules/delivery';
import { differencesOf, differencesSentence, type Difference } from './differences.ts';
import { areaDifferences } from './area-sentences.ts';
import type { CommonElement, PlanBody } from './kinds.ts';
import { askedNames, uptakeNames, versionReasonNames } from './labels.ts';
import type { AreaUptake } from './member-uptake.ts';
import { approvalWords, standingSentence } from './sentences.ts';
import type { ComparedPlan, VersionHead } from './types.ts';

/** A version as a document: what it is, how far it is approved, and the plan as it stood. */
export function versionDocument(
  version: VersionHead & { readonly content: PlanOutline },
  place: string
): WrittenDocument {
  const plan = planDocument(version.content, {
    place,
    title: version.title,
    caption: `${place}: plan, version ${version.number}`,
    lead: `Kept on ${sayDate(version.madeOn)}. ${standingSentence(version.approvals)}`
  });
  return {
    ...plan,
    blocks: [
      { kind: 'heading', level: 1, text: 'About this version' },
      {
        kind: 'terms',
        terms: [
          { term: 'Period', words: version.period },
          {
            term: 'Why it was made',
            words: version.reasons.map((one) => versionReasonNames[one]).join('\n')
          },
          { term: 'Note', words: version.note }
        ].filter(({ words }) => words !== '')
      },
      approvalsTable(version),
      ...plan.blocks,
      { kind: 'sources', items: version.source === '' ? [] : [version.source] }
    ]
  };
}

function approvalsTable({ approvals }: VersionHead): TableBlock {
  return {
    kind: 'table',
    caption: 'What each body has said',
    empty: 'No body is asked.',
    rowHeaders: true,
    columns: [
      { heading: 'Body', share: 2 },
      { heading: 'Asked' },
      { heading: 'What it has said', share: 3 },
      { heading: 'Where it stands' }
    ],
    rows: approvals.map((line) => [
      line.body,
      askedNames[line.asked],
      approvalWords(line),
      line.reference === '' ? 'Not given' : line.reference
    ])
  };
}

const whatNames: Readonly<Record<Difference['what'], string>> = {
  priority: 'Priorities',
  aim: 'Aims',
  action: 'Actions'
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What changed from one version of the plan to another, as a document. */
export function comparisonDocument(
  from: ComparedPlan,
  to: ComparedPlan,
  place: string
): WrittenDocument {
  const all = differencesOf(from.content, to.content);
  const kinds = (['priority', 'aim', 'action'] as const).filter((what) =>
    all.some((one) => one.what === what)
  );
  return {
    title: `What changed from ${from.name} to ${to.name}`,
    caption: `${place}: plan`,
    lead: differencesSentence(all),
    language: 'en-GB',
    author: place,
    blocks: kinds.flatMap((what) => [
      { kind: 'heading', level: 1, text: whatNames[what] } as const,
      {
        kind: 'table',
        caption: `${whatNames[what]} that differ`,
        rowHeaders: true,
        columns: [
          { heading: 'Title', share: 2 },
          { heading: 'Change' },
          { heading: capital(from.name), share: 2 },
          { heading: capital(to.name), share: 2 }
        ],
        rows: all
          .filter((one) => one.what === what)
          .map(({ title, change, before, after }) => [
            title,
            change,
            change === 'added' ? 'Not there' : before === '' ? 'There' : before,
            change === 'removed' ? 'Not there' : after === '' ? 'There' : after
          ])
      } as const
    ])
  };
}

/** That an area said so itself, and who decided it there. */
function ownWords({ own }: AreaUptake): string {
  if (own === null) return '';
  const day = own.on === null ? '' : ` on ${sayDate(own.on)}`;
  return `\nSaid by itself${own.by === '' ? '' : `, decided by ${own.by}`}${day}`;
}

/** How each body takes up an aim, side by side, and what is to be the same everywhere. */
export function uptakeDocument(
  aim: Pick<Aim, 'title' | 'detail' | 'dueOn'>,
  about: {
    readonly place: string;
    readonly bodies: readonly Pick<PlanBody, 'id' | 'name'>[];
    readonly uptakes: readonly AreaUptake[];
    readonly elements: readonly CommonElement[];
  }
): WrittenDocument {
  const { place, bodies, uptakes, elements } = about;
  const said = bodies.map((body) => ({
    body,
    uptake: uptakes.find(({ bodyId }) => bodyId === body.id)
  }));
  const taken = said.filter(({ uptake }) => uptake !== undefined && uptake.uptake !== 'declined');
  const sources = [...new Set([...uptakes, ...elements].map(({ source }) => source))];
  return {
    title: aim.title,
    caption: `${place}: how each area takes up an aim`,
    lead: `Taken up in ${taken.length} of ${bodies.length} areas.`,
    language: 'en-GB',
    author: place,
    blocks: [
      { kind: 'heading', level: 1, text: 'Area by area' },
      {
        kind: 'table',
        caption: 'How each area takes it up',
        empty: 'No body of the plan takes up aims in an area of its own.',
        rowHeaders: true,
        columns: [
          { heading: 'Body' },
          { heading: 'How' },
          { heading: 'There it is', share: 2 },
          { heading: 'Lead there' },
          { heading: 'By when' },
          { heading: 'How it is getting on', share: 2 }
        ],
        rows: said.map(({ body, uptake }) =>
          uptake === undefined
            ? [body.name, 'Has not said', '', '', '', '']
            : [
                body.name,
                `${uptakeNames[uptake.uptake]}${ownWords(uptake)}`,
                [
                  uptake.localTitle,
                  uptake.differs,
                  uptake.reason === '' ? '' : `Why: ${uptake.reason}`
                ]
                  .filter((part) => part !== '')
                  .join('\n'),
                [
                  uptake.localLead,
                  uptake.accountableTo === '' ? '' : `Answers to ${uptake.accountableTo}`
                ]
                  .filter((part) => part !== '')
                  .join('\n'),
                uptake.dueOn === null ? '' : sayDate(uptake.dueOn),
                uptake.progress
              ]
        )
      },
      ...(bodies.length === 0
        ? []
        : [
            { kind: 'heading', level: 1, text: 'How they differ' } as const,
            { kind: 'list', ordered: false, items: areaDifferences(aim, bodies, uptakes) } as const
          ]),
      { kind: 'heading', level: 1, text: 'The same everywhere' },
      {
        kind: 'table',
        caption: 'What is to be the same',
        empty: 'Nothing is named that is to be the same everywhere.',
        rowHeaders: true,
        columns: [
          { heading: 'What', share: 2 },
          { heading: 'By' },
          ...bodies.map(({ name }) => ({ heading: name }))
        ],
        rows: elements.map((element) => [
          element.note === '' ? element.title : `${element.title}\n${element.note}`,
          element.sameBy === null ? 'No date' : sayDate(element.sameBy),
          ...bodies.map(({ id }) =>
            element.sameIn.includes(id)
              ? 'The same'
              : element.differentIn.includes(id)
                ? 'Different'
                : 'Not said'
          )
        ])
      },
      ...(uptakes.some((one) => one.isGoodPractice)
        ? [
            { kind: 'heading', level: 1, text: 'What others could learn' } as const,
            {
              kind: 'list',
              ordered: false,
              items: said.flatMap(({ body, uptake }) =>
                uptake?.isGoodPractice === true
                  ? [
                      `${body.name}: ${uptake.goodPractice === '' ? uptake.localTitle : uptake.goodPractice}`
                    ]
                  : []
              )
            } as const
          ]
        : []),
      { kind: 'sources', items: sources.filter((one) => one !== '') }
    ]
  };
}
