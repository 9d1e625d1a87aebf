import { stanceNames } from '#modules/groups';
import type { Block, WrittenDocument } from '#core/written-document';
import { sayDate } from '#core/written-dates';
import { decisionKindNames, interestAnswerNames, interestKindNames } from './labels.ts';
import type { Agreement, Decision, DeclaredInterest, Paper } from './kinds.ts';

/** Which meetings minutes are wanted of: all that one group or every body decided from one day to another, both among them. */
export type MinutesOf = {
  readonly groupId: string | null;
  readonly from: string | null;
  readonly to: string | null;
};

type Titled = readonly { readonly id: string; readonly title: string }[];

type MinutesRecords = {
  readonly place: string;
  readonly groups: Titled;
  readonly aims: Titled;
  readonly consultations: Titled;
  readonly papers: readonly Pick<Paper, 'id' | 'title' | 'groupId' | 'meetingOn'>[];
  readonly decisions: readonly (Decision & {
    readonly agreements: readonly Agreement[];
    readonly interests: readonly DeclaredInterest[];
    readonly correctedBy: string | null;
  })[];
};

const titlesOf = (all: Titled, ids: readonly string[]): string =>
  all
    .filter(({ id }) => ids.includes(id))
    .map(({ title }) => title)
    .join('\n');

/** Whether a day lies in the range; what has no day only in a range without ends. */
function isWithin(day: string | null, { from, to }: MinutesOf): boolean {
  if (day === null) return from === null && to === null;
  return (from === null || day >= from) && (to === null || day <= to);
}

/**
 * Minutes: what was decided, by whom, on what basis, with what each partner said and which interests were declared; papers that were
 * put to the meetings. In the order of the days, those without a day last. Drafts are marked.
 */
export function minutesOf(asked: MinutesOf, records: MinutesRecords): WrittenDocument {
  const { place, groups } = records;
  const isOfGroup = (groupId: string | null) => asked.groupId === null || groupId === asked.groupId;
  const decisions = records.decisions
    .filter((one) => isOfGroup(one.groupId) && isWithin(one.decidedOn, asked))
    .toSorted(
      (one, other) =>
        (one.decidedOn ?? '9999').localeCompare(other.decidedOn ?? '9999') ||
        one.title.localeCompare(other.title)
    );
  const papers = records.papers.filter(
    (one) => one.meetingOn !== null && isOfGroup(one.groupId) && isWithin(one.meetingOn, asked)
  );
  const group = groups.find(({ id }) => id === asked.groupId)?.title;
  return {
    title: group === undefined ? 'Decisions of all groups and bodies' : `Decisions: ${group}`,
    caption: `${place}: minutes`,
    lead: `${rangeWords(asked)} ${countWords(decisions.length)}`,
    language: 'en-GB',
    author: place,
    hasContents: decisions.length > 5,
    blocks: [
      ...decisions.flatMap((one) => decisionBlocks(one, records)),
      ...(papers.length === 0
        ? []
        : [
            { kind: 'heading', level: 1, text: 'Papers for these meetings' } as const,
            {
              kind: 'list',
              ordered: false,
              items: papers.map(
                ({ title, meetingOn }) =>
                  `${title}${meetingOn === null ? '' : `, for ${sayDate(meetingOn)}`}`
              )
            } as const
          ])
    ]
  };
}

function rangeWords({ from, to }: MinutesOf): string {
  if (from !== null && from === to) return `On ${sayDate(from)}.`;
  if (from !== null && to !== null) return `From ${sayDate(from)} to ${sayDate(to)}.`;
  if (from !== null) return `Since ${sayDate(from)}.`;
  return to === null ? 'All that is recorded.' : `Until ${sayDate(to)}.`;
}

const countWords = (count: number): string =>
  count === 0 ? 'No decision is recorded.' : count === 1 ? 'One decision.' : `${count} decisions.`;

function decisionBlocks(
  one: MinutesRecords['decisions'][number],
  { groups, aims, papers, consultations, decisions }: MinutesRecords
): Block[] {
  const by = groups.find(({ id }) => id === one.groupId)?.title ?? one.body;
  const titleOf = (id: string | null) => decisions.find((each) => each.id === id)?.title ?? '';
  const said = (term: string, words: string) => (words === '' ? [] : [{ term, words }]);
  const conditions = [
    one.conditions,
    one.conditionsDueOn === null ? '' : `To be met by ${sayDate(one.conditionsDueOn)}`,
    one.conditionsMetOn === null ? '' : `Met on ${sayDate(one.conditionsMetOn)}`
  ].filter((part) => part !== '');
  return [
    { kind: 'heading', level: 1, text: one.title },
    ...(one.confirmedAt === null
      ? [
          {
            kind: 'paragraph',
            words: [{ text: 'Draft, not confirmed yet.', bold: true }]
          } as const
        ]
      : []),
    {
      kind: 'terms',
      terms: [
        ...said('Decided by', by),
        { term: 'On', words: one.decidedOn === null ? 'Day not stated' : sayDate(one.decidedOn) },
        { term: 'What was done', words: decisionKindNames[one.kind] },
        ...said('What was to be decided', one.question),
        { term: 'What was decided', words: one.decided },
        ...said('On what basis', one.basis),
        ...said('Papers', titlesOf(papers, one.paperIds)),
        ...said('Consultations', titlesOf(consultations, one.consultationIds)),
        ...said('Options that were looked at', one.options),
        ...said('Conditions', conditions.join('\n')),
        ...said('Aims it is about', titlesOf(aims, one.aimIds)),
        ...said('Who was there', one.present.join('\n')),
        ...said('Corrects', titleOf(one.supersedesId)),
        ...said('Corrected since by', titleOf(one.correctedBy))
      ]
    },
    ...(one.agreements.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: 'What the partners say',
            rowHeaders: true,
            columns: [
              { heading: 'Body', share: 2 },
              { heading: 'Says' },
              { heading: 'On' },
              { heading: 'Conditions, or why not', share: 2 }
            ],
            rows: one.agreements.map(({ body, stance, statedOn, conditions: theirs }) => [
              body,
              stanceNames[stance],
              statedOn === null ? 'Day not stated' : sayDate(statedOn),
              theirs === '' ? 'None' : theirs
            ])
          } as const
        ]),
    ...(one.interests.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: 'Interests declared',
            rowHeaders: true,
            columns: [
              { heading: 'Whose', share: 2 },
              { heading: 'Interest', share: 2 },
              { heading: 'What was done' }
            ],
            rows: one.interests.map(({ whoRole, kind, interest, done }) => [
              whoRole,
              `${interestKindNames[kind]}: ${interest}`,
              interestAnswerNames[done]
            ])
          } as const
        ])
  ];
}
