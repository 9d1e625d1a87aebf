import type { Block, TableBlock, WrittenDocument } from '#core/written-document';
import { sayDate } from '#core/written-dates';
import { column, fieldColumns, tableOf } from '#modules/records';
import { policiesByPartner } from './arrangements.ts';
import { arrangementGaps, policyWords, type Arrangements } from './arrangement-sentences.ts';
import {
  commitmentKind,
  governancePartKind,
  partnerPolicyKind,
  type PartnerCommitment,
  type PartnerPolicy
} from './kinds.ts';
import { keepingNames, legalFormNames, partNames, policyNames, surenessNames } from './labels.ts';
import {
  governanceFeatures,
  governanceFunctions,
  governanceParts,
  policies,
  type GovernancePartName
} from './types.ts';

/** Governance beyond the groups, as files and as a document. */

type Titled = readonly { readonly id: string; readonly title: string }[];

/** How sure the partnership agreed to be of a function or feature; null while nothing is agreed. */
export type Sureness = {
  readonly topic: string;
  readonly level: string | null;
  readonly reason: string;
  readonly agreedOn: string | null;
  readonly roundId: string | null;
};

type Named = Arrangements & {
  readonly groups: Titled;
  readonly aims: Titled;
  readonly sureness: readonly Sureness[];
};

const titlesOf = (all: Titled, ids: readonly string[]): string[] =>
  all.filter(({ id }) => ids.includes(id)).map(({ title }) => title);

/** How sure the partnership is of a part, with the day; empty while nothing is agreed. */
export function surenessWords(part: GovernancePartName, sureness: readonly Sureness[]): string {
  const found = sureness.find(({ topic }) => topic === part);
  if (found?.level === null || found === undefined) return '';
  const day = found.agreedOn === null ? '' : `, agreed ${sayDate(found.agreedOn)}`;
  return `${surenessNames[found.level] ?? found.level}${day}`;
}

/** Functions and features, one a row, also those of which nothing is written down. */
export function governancePartsTable({ parts, groups, sureness }: Named): string[][] {
  const rows = governanceParts.map((part) => ({
    part,
    written: parts.find((one) => one.part === part) ?? null
  }));
  const { labels } = governancePartKind;
  return tableOf(rows, [
    column('What it is', ({ part }) =>
      governanceFunctions.some((one) => one === part) ? 'Function' : 'Feature'
    ),
    column(labels.part, ({ part }) => partNames[part]),
    column(labels.doneBy, ({ written }) => written?.doneBy ?? null),
    column(labels.groupIds, ({ written }) => titlesOf(groups, written?.groupIds ?? []).join('; ')),
    column(labels.how, ({ written }) => written?.how ?? null),
    column(labels.gap, ({ written }) => written?.gap ?? null),
    column(labels.nextStep, ({ written }) => written?.nextStep ?? null),
    column(labels.ownerRole, ({ written }) => written?.ownerRole ?? null),
    column('How sure we are', ({ part }) => surenessWords(part, sureness)),
    column(labels.source, ({ written }) => written?.source ?? null)
  ]);
}

/** Commitments, one a row. */
export function commitmentsTable(
  commitments: readonly PartnerCommitment[],
  { bodies, aims }: { readonly bodies: Titled; readonly aims: Titled }
): string[][] {
  const of = fieldColumns(commitmentKind, { bodyId: bodies, aimIds: aims });
  return tableOf(
    commitments,
    of(
      'bodyId',
      'commitment',
      'aimIds',
      'agreedOn',
      'agreedBy',
      'reference',
      'standing',
      'note',
      'reviewedOn',
      'reviewBy',
      'source'
    )
  );
}

/** Every policy asked of every partner, one a row, also those that were not seen. `today` is `YYYY-MM-DD`. */
export function policiesTable(
  bodies: Titled,
  written: readonly PartnerPolicy[],
  today: string
): string[][] {
  const rows = policiesByPartner(bodies, written, { asked: policies, today }).flatMap((partner) =>
    partner.policies.map((one) => ({ ...one, partner: partner.title }))
  );
  const { labels } = partnerPolicyKind;
  return tableOf(rows, [
    column(labels.bodyId, ({ partner }) => partner),
    column(labels.policy, ({ policy }) => policyNames[policy]),
    column(labels.standing, ({ state, written: one }) => policyWords(state, one)),
    column(labels.seenOn, ({ written: one }) => one?.seenOn ?? null),
    column(labels.seenBy, ({ written: one }) => one?.seenBy ?? null),
    column(labels.validUntil, ({ written: one }) => one?.validUntil ?? null),
    column(labels.note, ({ written: one }) => one?.note ?? null)
  ]);
}

/** All arrangements as a document. `today` is `YYYY-MM-DD`. */
export function arrangementsDocument(
  all: Named,
  { place, today }: { readonly place: string; readonly today: string }
): WrittenDocument {
  const gaps = arrangementGaps(all, today);
  return {
    title: 'How the partnership is governed',
    caption: `${place}: governance arrangements`,
    lead: `What governance is there for and what it is like, the legal form, what partners commit to and which policies they have. As of ${sayDate(today)}.`,
    language: 'en-GB',
    author: place,
    blocks: [
      ...(gaps.length === 0
        ? []
        : ([
            { kind: 'heading', level: 1, text: 'What is missing' },
            { kind: 'list', ordered: false, items: gaps.map(({ text }) => text) }
          ] satisfies Block[])),
      { kind: 'heading', level: 1, text: 'What governance is there for' },
      partsBlock('Functions of governance', governanceFunctions, all),
      { kind: 'heading', level: 1, text: 'What good governance is like' },
      partsBlock('Features of governance', governanceFeatures, all),
      { kind: 'heading', level: 1, text: 'Legal form' },
      ...formBlocks(all),
      { kind: 'heading', level: 1, text: 'What partners commit to' },
      commitmentsBlock(all),
      { kind: 'heading', level: 1, text: 'Policies of partners' },
      policiesBlock(all, today)
    ]
  };
}

function partsBlock(
  caption: string,
  names: readonly GovernancePartName[],
  { parts, groups, sureness }: Named
): TableBlock {
  return {
    kind: 'table',
    caption,
    rowHeaders: true,
    columns: [
      { heading: 'What', share: 2 },
      { heading: 'Who and how', share: 3 },
      { heading: 'What is missing, and next', share: 2 },
      { heading: 'How sure we are', share: 2 }
    ],
    rows: names.map((name) => {
      const one = parts.find(({ part }) => part === name);
      const who = [one?.doneBy ?? '', ...titlesOf(groups, one?.groupIds ?? [])];
      const said = (words: readonly string[], otherwise: string) => {
        const given = words.filter((each) => each !== '');
        return given.length === 0 ? otherwise : given.join('\n');
      };
      return [
        partNames[name],
        said([...who, one?.how ?? ''], 'Not written down'),
        said(
          [one?.gap ?? '', (one?.nextStep ?? '') === '' ? '' : `Next: ${one?.nextStep}`],
          one === undefined ? 'Not written down' : 'Nothing named'
        ),
        said([surenessWords(name, sureness)], 'Not agreed yet')
      ];
    })
  };
}

function formBlocks({ form }: Named): Block[] {
  if (form === null) return [{ kind: 'paragraph', words: 'It is not written down.' }];
  const agreed = [form.agreedOn === null ? '' : sayDate(form.agreedOn), form.agreedBy];
  const reviewed = [form.reviewedOn === null ? '' : sayDate(form.reviewedOn), form.review];
  const together = (words: readonly string[]) => words.filter((one) => one !== '').join(', ');
  return [
    {
      kind: 'terms',
      missing: 'Not stated',
      terms: [
        { term: 'Form', words: legalFormNames[form.form] },
        { term: 'Why this one', words: form.why },
        { term: 'Body that leads or hosts', words: form.leadBody },
        { term: 'Who keeps it going', words: form.backbone },
        { term: 'Agreed', words: together(agreed) },
        { term: 'Where it stands', words: form.reference },
        { term: 'Looked at', words: together(reviewed) },
        {
          term: 'Looked at again by',
          words: form.reviewBy === null ? '' : sayDate(form.reviewBy)
        }
      ]
    },
    {
      kind: 'table',
      caption: 'Headline activities, and the arrangement that fits each',
      empty: 'No headline activity is listed.',
      rowHeaders: true,
      columns: [{ heading: 'Activity' }, { heading: 'Arrangement' }],
      rows: form.activities.map(({ activity, arrangement }) => [
        activity,
        arrangement === '' ? 'None named' : arrangement
      ])
    }
  ];
}

function commitmentsBlock({ commitments, bodies }: Named): TableBlock {
  return {
    kind: 'table',
    caption: 'What each partner commits to',
    empty: 'No commitment is written down.',
    rowHeaders: true,
    columns: [
      { heading: 'Partner' },
      { heading: 'Commitment', share: 3 },
      { heading: 'Is it kept?', share: 2 }
    ],
    rows: bodies.flatMap(({ id, title }) =>
      commitments
        .filter(({ bodyId }) => bodyId === id)
        .map(({ commitment, standing, note }) => [
          title,
          commitment,
          [standing === null ? 'Not said yet' : keepingNames[standing], note]
            .filter((one) => one !== '')
            .join('\n')
        ])
    )
  };
}

function policiesBlock({ bodies, policies: written }: Named, today: string): TableBlock {
  return {
    kind: 'table',
    caption: 'Which policies of each partner were seen',
    empty: 'No partner body is listed.',
    rowHeaders: true,
    columns: [
      { heading: 'Partner' },
      ...policies.map((policy) => ({ heading: policyNames[policy] }))
    ],
    rows: policiesByPartner(bodies, written, { asked: policies, today }).map((partner) => [
      partner.title,
      ...partner.policies.map(({ state, written: one }) => policyWords(state, one))
    ])
  };
}
