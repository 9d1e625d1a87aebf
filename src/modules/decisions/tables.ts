import {
  askAnswerNames,
  askKindNames,
  consultationWayNames,
  consultedNames,
  decisionKindNames,
  paperKindNames,
  paperStatusNames,
  stanceNames
} from './labels.ts';
import {
  answerKind,
  askKind,
  conditionsKind,
  consultationKind,
  decisionKind,
  disputeKind,
  paperKind,
  settlementKind,
  type Agreement,
  type Ask,
  type Consultation,
  type Decision,
  type Dispute,
  type DisputeStep,
  type Paper
} from './kinds.ts';

/** Lists as rows of text to take away, their headings first. What nobody has said is an empty cell. */

type Titled = readonly { readonly id: string; readonly title: string }[];

const titleOf = (list: Titled, id: string | null): string =>
  list.find((one) => one.id === id)?.title ?? '';
const titlesOf = (list: Titled, ids: readonly string[]): string =>
  ids
    .map((id) => titleOf(list, id))
    .filter((title) => title !== '')
    .join('; ');

/** What others are called that these records name. */
export type NamesHere = {
  readonly groups: Titled;
  readonly priorities: Titled;
  readonly aims: Titled;
};

/** Decisions, one a row. */
export function decisionsTable(
  decisions: readonly (Decision & {
    readonly agreements: readonly Agreement[];
    readonly correctedBy: string | null;
  })[],
  names: NamesHere & { readonly papers: Titled; readonly consultations: Titled }
): string[][] {
  const { labels } = decisionKind;
  const titles = decisions.map(({ id, title }) => ({ id, title }));
  return [
    [
      labels.title,
      labels.question,
      labels.decided,
      labels.kind,
      'Decided by',
      labels.decidedOn,
      'Status',
      labels.basis,
      labels.paperIds,
      labels.consultationIds,
      labels.options,
      labels.present,
      labels.conditions,
      labels.conditionsDueOn,
      conditionsKind.labels.conditionsMetOn,
      'What partners say',
      labels.planPriorityIds,
      labels.aimIds,
      'Corrects',
      'Corrected by',
      labels.source
    ],
    ...decisions.map((one) => [
      one.title,
      one.question,
      one.decided,
      decisionKindNames[one.kind],
      one.groupId === null ? one.body : titleOf(names.groups, one.groupId),
      one.decidedOn ?? '',
      one.confirmedAt === null ? 'Draft' : 'Confirmed',
      one.basis,
      titlesOf(names.papers, one.paperIds),
      titlesOf(names.consultations, one.consultationIds),
      one.options,
      one.present.join('; '),
      one.conditions,
      one.conditionsDueOn ?? '',
      one.conditionsMetOn ?? '',
      one.agreements.map(({ body, stance }) => `${body}: ${stanceNames[stance]}`).join('; '),
      titlesOf(names.priorities, one.planPriorityIds),
      titlesOf(names.aims, one.aimIds),
      titleOf(titles, one.supersedesId),
      titleOf(titles, one.correctedBy),
      one.source
    ])
  ];
}

/** Papers, one a row. */
export function papersTable(
  papers: readonly (Paper & { readonly decisions: Titled })[],
  { groups }: Pick<NamesHere, 'groups'>
): string[][] {
  const { labels } = paperKind;
  return [
    [
      labels.title,
      labels.kind,
      labels.about,
      labels.groupId,
      labels.meetingOn,
      labels.authorRole,
      labels.datedOn,
      labels.status,
      labels.link,
      'Led to',
      labels.source
    ],
    ...papers.map((one) => [
      one.title,
      paperKindNames[one.kind],
      one.about,
      titleOf(groups, one.groupId),
      one.meetingOn ?? '',
      one.authorRole,
      one.datedOn ?? '',
      paperStatusNames[one.status],
      one.link,
      one.decisions.map(({ title }) => title).join('; '),
      one.source
    ])
  ];
}

/** Disputes, one a row, with where each is now. */
export function disputesTable(
  disputes: readonly (Dispute & { readonly now: DisputeStep | null; readonly days: number })[],
  { groups }: Pick<NamesHere, 'groups'>
): string[][] {
  const { labels } = disputeKind;
  return [
    [
      labels.subject,
      labels.parties,
      labels.raisedOn,
      labels.raisedBy,
      'Last dealt with by',
      'Days open',
      settlementKind.labels.settledOn,
      settlementKind.labels.settledHow
    ],
    ...disputes.map((one) => [
      one.subject,
      one.parties.join('; '),
      one.raisedOn,
      one.raisedBy,
      one.now === null ? '' : titleOf(groups, one.now.groupId),
      String(one.days),
      one.settledOn ?? '',
      one.settledHow
    ])
  ];
}

/** The consultation log, one entry a row. How many took part is a count of people and is left to the page. */
export function consultationsTable(
  consultations: readonly Consultation[],
  names: Pick<NamesHere, 'priorities'> & { readonly factors: Titled }
): string[][] {
  const { labels } = consultationKind;
  return [
    [
      labels.title,
      labels.way,
      labels.people,
      labels.heldOn,
      labels.how,
      labels.toldFirst,
      labels.said,
      labels.changed,
      labels.ownerRole,
      labels.tellBackBy,
      labels.toldBackOn,
      labels.toldBackHow,
      labels.planPriorityIds,
      labels.factors,
      labels.source
    ],
    ...consultations.map((one) => [
      one.title,
      consultationWayNames[one.way],
      one.people.map((who) => consultedNames[who]).join('; '),
      one.heldOn,
      one.how,
      one.toldFirst,
      one.said,
      one.changed,
      one.ownerRole,
      one.tellBackBy ?? '',
      one.toldBackOn ?? '',
      one.toldBackHow,
      titlesOf(names.priorities, one.planPriorityIds),
      titlesOf(names.factors, one.factors),
      one.source
    ])
  ];
}

/** Asks, obstacles and opportunities, one a row. */
export function asksTable(
  asks: readonly Ask[],
  names: Pick<NamesHere, 'groups' | 'aims'>
): string[][] {
  const { labels } = askKind;
  return [
    [
      labels.kind,
      labels.title,
      labels.why,
      'From',
      'To',
      labels.aimIds,
      labels.sentOn,
      labels.answerBy,
      answerKind.labels.answer,
      answerKind.labels.answeredOn,
      answerKind.labels.answerText,
      labels.source
    ],
    ...asks.map((one) => [
      askKindNames[one.kind],
      one.title,
      one.why,
      titleOf(names.groups, one.fromGroupId),
      one.toGroupId === null ? one.toBody : titleOf(names.groups, one.toGroupId),
      titlesOf(names.aims, one.aimIds),
      one.sentOn ?? '',
      one.answerBy ?? '',
      askAnswerNames[one.answer],
      one.answeredOn ?? '',
      one.answerText,
      one.source
    ])
  ];
}
