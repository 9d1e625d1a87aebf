import {
  lessonKind,
  outcomeKind,
  principleKind,
  proposalKind,
  workstreamKind,
  type Lesson,
  type Principle,
  type Proposal,
  type ProposalPartner,
  type ProposalRound,
  type Workstream
} from './kinds.ts';
import {
  approachNames,
  fitNames,
  holdingNames,
  lessonSubjectWords,
  outcomeNames,
  proposalKindNames,
  stanceNames,
  unifiedFormNames
} from './labels.ts';
import type { Approach } from './types.ts';

/** Lists as rows of text to take away, their headings first. What nobody has said is an empty cell. */

type Titled = readonly { readonly id: string; readonly title: string }[];

const titleOf = (list: Titled, id: string | null): string =>
  list.find((one) => one.id === id)?.title ?? '';
const titlesOf = (list: Titled, ids: readonly string[]): string =>
  list
    .filter(({ id }) => ids.includes(id))
    .map(({ title }) => title)
    .join('; ');
const names = (some: readonly Approach[]): string =>
  some.map((one) => approachNames[one]).join('; ');

/** Principles, one a row, also those that no longer hold. */
export function principlesTable(principles: readonly Principle[], groups: Titled): string[][] {
  const { labels } = principleKind;
  return [
    [
      labels.title,
      labels.meaning,
      labels.question,
      labels.inPractice,
      labels.groupId,
      labels.adoptedOn,
      labels.adoptedBy,
      labels.retiredOn,
      labels.source
    ],
    ...principles.map((one) => [
      one.title,
      one.meaning,
      one.question,
      one.inPractice,
      titleOf(groups, one.groupId),
      one.adoptedOn ?? '',
      one.adoptedBy,
      one.retiredOn ?? '',
      one.source
    ])
  ];
}

/** Proposals, one a row, each with its latest round. */
export function proposalsTable(
  proposals: readonly (Proposal & {
    readonly rounds: readonly ProposalRound[];
    readonly partners: readonly ProposalPartner[];
  })[],
  { groups, priorities }: { readonly groups: Titled; readonly priorities: Titled }
): string[][] {
  const { labels } = proposalKind;
  const decided = outcomeKind.labels;
  return [
    [
      labels.title,
      labels.kind,
      labels.about,
      labels.groupId,
      labels.planPriorityId,
      labels.targetGroup,
      labels.areas,
      labels.approach,
      labels.resources,
      labels.proposedOn,
      'Rounds',
      'Last tested on',
      'Answers to the principles',
      'Why to do it',
      'Whether it can be done',
      'What partners say',
      decided.outcome,
      decided.outcomeGroupId,
      decided.outcomeOn,
      decided.outcomeReason,
      decided.outcomeConditions,
      labels.source
    ],
    ...proposals.map((one) => {
      const last = one.rounds.at(-1);
      return [
        one.title,
        proposalKindNames[one.kind],
        one.about,
        titleOf(groups, one.groupId),
        titleOf(priorities, one.planPriorityId),
        one.targetGroup,
        one.areas,
        one.approach === null ? '' : approachNames[one.approach],
        one.resources,
        one.proposedOn,
        one.rounds.length.toString(),
        last?.heldOn ?? '',
        (last?.answers ?? [])
          .map(
            ({ title, fit, reason }) =>
              `${title}: ${fitNames[fit]}${reason === '' ? '' : ` (${reason})`}`
          )
          .join('; '),
        last?.rationale ?? '',
        last?.feasibility ?? '',
        one.partners.map(({ body, stance }) => `${body}: ${stanceNames[stance]}`).join('; '),
        one.outcome === 'none' ? '' : outcomeNames[one.outcome],
        titleOf(groups, one.outcomeGroupId),
        one.outcomeOn ?? '',
        one.outcomeReason,
        one.outcomeConditions,
        one.source
      ];
    })
  ];
}

/** Workstreams, one a row. */
export function workstreamsTable(
  workstreams: readonly Workstream[],
  { groups, aims }: { readonly groups: Titled; readonly aims: Titled }
): string[][] {
  const { labels } = workstreamKind;
  return [
    [
      labels.title,
      labels.about,
      labels.groupId,
      labels.aimIds,
      labels.now,
      labels.headingTo,
      labels.byWhen,
      labels.why,
      labels.unifiedForm,
      labels.leadBody,
      labels.hostBody,
      labels.pooled,
      labels.sharedSystems,
      labels.staysLocal,
      labels.nextStep,
      labels.ownerRole,
      labels.reviewedOn,
      labels.reviewBy,
      labels.source
    ],
    ...workstreams.map((one) => [
      one.title,
      one.about,
      titleOf(groups, one.groupId),
      titlesOf(aims, one.aimIds),
      names(one.now),
      names(one.headingTo),
      one.byWhen ?? '',
      one.why,
      one.unifiedForm === null ? '' : unifiedFormNames[one.unifiedForm],
      one.leadBody,
      one.hostBody,
      one.pooled,
      one.sharedSystems.join('; '),
      one.staysLocal,
      one.nextStep,
      one.ownerRole,
      one.reviewedOn ?? '',
      one.reviewBy ?? '',
      one.source
    ])
  ];
}

/** Lessons, one a row. */
export function lessonsTable(
  lessons: readonly Lesson[],
  { groups, aims }: { readonly groups: Titled; readonly aims: Titled }
): string[][] {
  const { labels } = lessonKind;
  return [
    [
      labels.lesson,
      labels.about,
      labels.learntOn,
      labels.learntWhere,
      labels.evidence,
      labels.differently,
      labels.ownerRole,
      labels.groupId,
      labels.aimIds,
      labels.helpedBy,
      labels.hinderedBy,
      'Does it still hold?',
      'What was said about it',
      'Looked at on',
      labels.reviewBy,
      labels.source
    ],
    ...lessons.map((one) => [
      one.lesson,
      lessonSubjectWords[one.about],
      one.learntOn ?? '',
      one.learntWhere,
      one.evidence,
      one.differently,
      one.ownerRole,
      titleOf(groups, one.groupId),
      titlesOf(aims, one.aimIds),
      one.helpedBy,
      one.hinderedBy,
      one.holds === null ? '' : holdingNames[one.holds],
      one.discussion,
      one.reviewedOn ?? '',
      one.reviewBy ?? '',
      one.source
    ])
  ];
}
