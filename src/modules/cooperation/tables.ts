import { partnersSay } from '#modules/groups';
import { column, fieldColumns, tableOf } from '#modules/records';
import {
  lessonKind,
  outcomeKind,
  principleKind,
  proposalKind,
  soughtKind,
  workstreamKind,
  type Lesson,
  type Principle,
  type Proposal,
  type ProposalPartner,
  type ProposalRound,
  type Sought,
  type Workstream
} from './kinds.ts';
import { fitNames, holdingNames, lessonSubjectWords, outcomeNames } from './labels.ts';

/** Lists as rows of text to take away, their headings first. What nobody has said is an empty cell. */

type Titled = readonly { readonly id: string; readonly title: string }[];

/** Principles, one a row, also those that no longer hold. */
export function principlesTable(principles: readonly Principle[], groups: Titled): string[][] {
  const of = fieldColumns(principleKind, { groupId: groups });
  return tableOf(
    principles,
    of(
      'title',
      'meaning',
      'question',
      'inPractice',
      'groupId',
      'adoptedOn',
      'adoptedBy',
      'retiredOn',
      'source'
    )
  );
}

type ProposalHere = Proposal & {
  readonly rounds: readonly ProposalRound[];
  readonly partners: readonly ProposalPartner[];
};

/** What each principle was answered in a round, with the reasons. */
const answersIn = (round: ProposalRound | undefined): string =>
  (round?.answers ?? [])
    .map(
      ({ title, fit, reason }) => `${title}: ${fitNames[fit]}${reason === '' ? '' : ` (${reason})`}`
    ) // prettier-ignore
    .join('; ');

/** Proposals, one a row, each with its latest round. */
export function proposalsTable(
  proposals: readonly ProposalHere[],
  { groups, priorities }: { readonly groups: Titled; readonly priorities: Titled }
): string[][] {
  const of = fieldColumns(proposalKind, { groupId: groups, planPriorityId: priorities });
  const decided = fieldColumns(outcomeKind, { outcomeGroupId: groups });
  const last = ({ rounds }: ProposalHere) => rounds.at(-1);
  return tableOf(proposals, [
    ...of('title', 'kind', 'about', 'groupId', 'planPriorityId', 'targetGroup', 'areas'),
    ...of('approach', 'resources', 'proposedOn'),
    column('Rounds', ({ rounds }) => rounds.length),
    column('Last tested on', (one) => last(one)?.heldOn ?? null),
    column('Answers to the principles', (one) => answersIn(last(one))),
    column('Why to do it', (one) => last(one)?.rationale ?? null),
    column('Whether it can be done', (one) => last(one)?.feasibility ?? null),
    column('What partners say', ({ partners }) => partnersSay(partners)),
    // No outcome yet is nothing to take away.
    column(outcomeKind.labels.outcome, ({ outcome }) =>
      outcome === 'none' ? null : outcomeNames[outcome]
    ),
    ...decided('outcomeGroupId', 'outcomeOn', 'outcomeReason', 'outcomeConditions'),
    ...of('source')
  ]);
}

/** Workstreams, one a row. */
export function workstreamsTable(
  workstreams: readonly Workstream[],
  { groups, aims }: { readonly groups: Titled; readonly aims: Titled }
): string[][] {
  const of = fieldColumns(workstreamKind, { groupId: groups, aimIds: aims });
  return tableOf(workstreams, [
    ...of('title', 'about', 'groupId', 'aimIds', 'now', 'headingTo', 'byWhen', 'why'),
    ...of('unifiedForm', 'leadBody', 'hostBody', 'pooled', 'sharedSystems', 'staysLocal'),
    ...of('nextStep', 'ownerRole', 'reviewedOn', 'reviewBy', 'source')
  ]);
}

/** Who is needed, one a row. */
export function soughtTable(sought: readonly Sought[]): string[][] {
  const of = fieldColumns(soughtKind, {});
  return tableOf(sought, [
    ...of('title', 'circle', 'reasons', 'part', 'gain', 'takesPartHow', 'askedByRole'),
    ...of('standing', 'askedOn', 'answerBy', 'note', 'source')
  ]);
}

/** Lessons, one a row. */
export function lessonsTable(
  lessons: readonly Lesson[],
  { groups, aims }: { readonly groups: Titled; readonly aims: Titled }
): string[][] {
  const of = fieldColumns(lessonKind, { groupId: groups, aimIds: aims });
  return tableOf(lessons, [
    ...of('lesson'),
    column(lessonKind.labels.about, ({ about }) => lessonSubjectWords[about]),
    ...of('learntOn', 'learntWhere', 'evidence', 'differently', 'ownerRole'),
    ...of('groupId', 'aimIds', 'helpedBy', 'hinderedBy'),
    column('Does it still hold?', ({ holds }) => (holds === null ? null : holdingNames[holds])),
    column('What was said about it', ({ discussion }) => discussion),
    column('Looked at on', ({ reviewedOn }) => reviewedOn),
    ...of('reviewBy', 'source')
  ]);
}
