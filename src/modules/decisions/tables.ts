import { partnersSay } from '#modules/groups';
import { column, fieldColumns, tableOf } from '#modules/records';
import { askAnswerNames } from './labels.ts';
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

const titleOf = (list: Titled, id: string | null): string | null =>
  list.find((one) => one.id === id)?.title ?? null;

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
  const titles = decisions.map(({ id, title }) => ({ id, title }));
  const of = fieldColumns(decisionKind, {
    paperIds: names.papers,
    consultationIds: names.consultations,
    planPriorityIds: names.priorities,
    aimIds: names.aims
  });
  return tableOf(decisions, [
    ...of('title', 'question', 'decided', 'kind'),
    column('Decided by', ({ groupId, body }) =>
      groupId === null ? body : titleOf(names.groups, groupId)
    ),
    ...of('decidedOn'),
    column('Status', ({ confirmedAt }) => (confirmedAt === null ? 'Draft' : 'Confirmed')),
    ...of('basis', 'paperIds', 'consultationIds', 'options', 'present', 'conditions'),
    ...of('conditionsDueOn'),
    ...fieldColumns(conditionsKind)('conditionsMetOn'),
    column('What partners say', ({ agreements }) => partnersSay(agreements)),
    ...of('planPriorityIds', 'aimIds'),
    column('Corrects', ({ supersedesId }) => titleOf(titles, supersedesId)),
    column('Corrected by', ({ correctedBy }) => titleOf(titles, correctedBy)),
    ...of('source')
  ]);
}

/** Papers, one a row. */
export function papersTable(
  papers: readonly (Paper & { readonly decisions: Titled })[],
  { groups }: Pick<NamesHere, 'groups'>
): string[][] {
  const of = fieldColumns(paperKind, { groupId: groups });
  return tableOf(papers, [
    ...of('title', 'kind', 'about', 'groupId', 'meetingOn', 'authorRole', 'datedOn', 'status'),
    ...of('link'),
    column('Led to', ({ decisions }) => decisions.map(({ title }) => title).join('; ')),
    ...of('source')
  ]);
}

/** Disputes, one a row, with where each is now. */
export function disputesTable(
  disputes: readonly (Dispute & { readonly now: DisputeStep | null; readonly days: number })[],
  { groups }: Pick<NamesHere, 'groups'>
): string[][] {
  return tableOf(disputes, [
    ...fieldColumns(disputeKind)('subject', 'parties', 'raisedOn', 'raisedBy'),
    column('Last dealt with by', ({ now }) => titleOf(groups, now?.groupId ?? null)),
    column('Days open', ({ days }) => days),
    ...fieldColumns(settlementKind)('settledOn', 'settledHow')
  ]);
}

/** The consultation log, one entry a row. How many took part is a count of people and is left to the page. */
export function consultationsTable(
  consultations: readonly Consultation[],
  names: Pick<NamesHere, 'priorities'> & { readonly factors: Titled }
): string[][] {
  const of = fieldColumns(consultationKind, {
    planPriorityIds: names.priorities,
    factors: names.factors
  });
  return tableOf(consultations, [
    ...of('title', 'way', 'people', 'heldOn', 'how', 'toldFirst', 'said', 'changed', 'ownerRole'),
    ...of('tellBackBy', 'toldBackOn', 'toldBackHow', 'planPriorityIds', 'factors', 'source')
  ]);
}

/** Asks, obstacles and opportunities, one a row. */
export function asksTable(
  asks: readonly Ask[],
  names: Pick<NamesHere, 'groups' | 'aims'>
): string[][] {
  const of = fieldColumns(askKind, { aimIds: names.aims });
  return tableOf(asks, [
    ...of('kind', 'title', 'why'),
    column('From', ({ fromGroupId }) => titleOf(names.groups, fromGroupId)),
    column('To', ({ toGroupId, toBody }) =>
      toGroupId === null ? toBody : titleOf(names.groups, toGroupId)
    ),
    ...of('aimIds', 'sentOn', 'answerBy'),
    column(answerKind.labels.answer, ({ answer }) => askAnswerNames[answer]),
    ...fieldColumns(answerKind)('answeredOn', 'answerText'),
    ...of('source')
  ]);
}
