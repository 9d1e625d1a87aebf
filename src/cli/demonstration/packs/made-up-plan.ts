import * as v from 'valibot';
import {
  aspectReplies,
  type ActionKindId,
  type AgeId,
  type DecisionTree,
  type FactorId,
  idOf,
  isoDate,
  type OpenIndicatorId,
  type OutcomeId,
  type PackProblem,
  repeatedIds,
  sentence,
  type Spine,
  unknownIds,
  walk
} from '#modules/vocabulary';
import { longListStandings } from '#modules/priorities';
import type { MadeUpPlace } from './made-up-place.ts';
import { roleIn, saysSo } from './records.ts';

const slug = idOf<string>();
const status = v.picklist(['not-started', 'in-progress', 'done']);
/** What was said of an aim or an action on a day. */
const said = v.strictObject({ on: isoDate, status, note: sentence });

/** The files of a made-up place that hold its choices and its plan. */
export const madeUpPlan = {
  priorities: v.strictObject({
    ...saysSo,
    outcomes: v.array(
      v.strictObject({ outcome: idOf<OutcomeId>(), ages: v.array(idOf<AgeId>()), reason: sentence })
    ),
    priorities: v.array(
      v.strictObject({
        id: slug,
        factor: idOf<FactorId>(),
        title: sentence,
        reasons: v.pipe(v.array(sentence), v.minLength(1)),
        indicators: v.array(idOf<OpenIndicatorId>()),
        chosenOn: isoDate,
        status: v.literal('chosen'),
        acts: v.picklist(['directly', 'through-another']),
        serves: v.array(idOf<FactorId>())
      })
    ),
    considered: v.array(
      v.strictObject({
        factor: idOf<FactorId>(),
        standing: v.picklist(longListStandings),
        reason: sentence,
        consideredOn: isoDate
      })
    ),
    decisions: v.array(
      v.strictObject({
        factor: idOf<FactorId>(),
        steps: v.array(
          v.strictObject({
            question: slug,
            answer: slug,
            aspects: v.optional(
              v.array(v.strictObject({ aspect: slug, answer: v.picklist(aspectReplies) })),
              []
            ),
            reason: sentence
          })
        ),
        result: slug,
        kinds: v.pipe(
          v.array(v.strictObject({ actionKind: idOf<ActionKindId>(), reason: sentence })),
          v.minLength(1)
        ),
        decidedOn: isoDate,
        decidedBy: sentence
      })
    )
  }),
  plan: v.strictObject({
    ...saysSo,
    aims: v.array(
      v.strictObject({
        id: slug,
        priority: slug,
        title: sentence,
        text: sentence,
        dueOn: isoDate,
        lead: roleIn,
        group: slug,
        supportedBy: v.array(slug),
        /** What supporting groups were asked to give, and what they answered. */
        supports: v.array(
          v.strictObject({
            group: slug,
            what: sentence,
            askedOn: isoDate,
            answer: v.nullable(
              v.strictObject({
                answer: v.picklist(['accepted', 'declined']),
                on: isoDate,
                by: sentence,
                reason: v.string()
              })
            )
          })
        ),
        links: v.array(sentence),
        /** Indicators of the place by which it is judged. */
        figures: v.array(slug),
        milestones: v.array(
          v.strictObject({
            title: sentence,
            dueOn: isoDate,
            doneOn: v.nullable(isoDate),
            note: v.string()
          })
        ),
        history: v.array(said)
      })
    ),
    actions: v.array(
      v.strictObject({
        id: slug,
        aim: slug,
        title: sentence,
        description: sentence,
        lead: roleIn,
        /** Organisations. */
        collaborators: v.array(slug),
        factor: idOf<FactorId>(),
        targetGroup: sentence,
        evaluation: sentence,
        startsOn: isoDate,
        dueOn: isoDate,
        status,
        history: v.array(said)
      })
    ),
    /** What a group reported to the one above it. */
    reports: v.array(
      v.strictObject({ on: isoDate, from: isoDate, group: slug, to: slug, said: sentence })
    ),
    /** Reports of a year, frozen on a day, with what changes after them and when the next is due. */
    annualReports: v.array(
      v.strictObject({
        on: isoDate,
        from: isoDate,
        until: isoDate,
        nextYear: sentence,
        nextDueOn: isoDate
      })
    )
  })
};

/** What is wrong among the choices and the plan of a made-up place. */
export function planProblems(all: MadeUpPlace, spine: Spine, tree: DecisionTree): PackProblem[] {
  const { priorities, plan, place, indicators } = all;
  const file = 'priorities.json';
  const at = (path: string, ids: readonly (string | null)[]) =>
    ids.flatMap((id) => (id === null ? [] : [{ path, id }]));
  const factors = spine.factors.map((each) => each.id);
  const organisations = place.organisations.map((each) => each.id);
  const groups = place.groups.map((each) => each.id);
  const problems: PackProblem[] = [
    ...repeatedIds(file, 'priorities', priorities.priorities),
    ...repeatedIds('plan.json', 'aims', plan.aims),
    ...repeatedIds('plan.json', 'actions', plan.actions),
    ...unknownIds(
      file,
      spine.outcomes.map((each) => each.id),
      at(
        'outcomes',
        priorities.outcomes.map((each) => each.outcome)
      )
    ),
    ...unknownIds(
      file,
      spine.ages.map((each) => each.id),
      at(
        'outcomes',
        priorities.outcomes.flatMap((each) => each.ages)
      )
    ),
    ...unknownIds(
      file,
      factors,
      [...priorities.priorities, ...priorities.considered, ...priorities.decisions].map((each) => ({
        path: 'factor',
        id: each.factor
      }))
    ),
    ...unknownIds(
      file,
      indicators.indicators.map((each) => each.id),
      at(
        'priorities',
        priorities.priorities.flatMap((each) => each.indicators)
      )
    ),
    ...unknownIds(
      'plan.json',
      priorities.priorities.map((each) => each.id),
      at(
        'aims',
        plan.aims.map((each) => each.priority)
      )
    ),
    ...unknownIds(
      'plan.json',
      groups,
      at(
        'aims',
        plan.aims.flatMap((each) => [each.group, ...each.supportedBy])
      )
    ),
    ...unknownIds(
      'plan.json',
      plan.aims.map((each) => each.id),
      at(
        'actions',
        plan.actions.map((each) => each.aim)
      )
    ),
    ...unknownIds(
      'plan.json',
      factors,
      at(
        'actions',
        plan.actions.map((each) => each.factor)
      )
    ),
    ...unknownIds(
      'plan.json',
      organisations,
      at('lead', [
        ...plan.aims.map((each) => each.lead.organisation),
        ...plan.actions.flatMap((each) => [each.lead.organisation, ...each.collaborators])
      ])
    )
  ];
  for (const [index, each] of priorities.decisions.entries()) {
    const end = walk(tree, each.steps);
    const path = `decisions.${index}`;
    if (!end.ok) {
      problems.push({
        kind: 'out-of-order',
        file,
        path,
        expected: `answers that lead on from ${end.error.question}`
      });
      continue;
    }
    const follow = end.value.kind === 'result' ? end.value.actionKinds : [];
    if (
      end.value.id !== each.result ||
      !each.kinds.every(({ actionKind }) => follow.includes(actionKind))
    ) {
      problems.push({
        kind: 'out-of-order',
        file,
        path,
        expected: `the result ${end.value.id}`
      });
    }
  }
  const runForward = (history: readonly { readonly on: string }[]) =>
    history.every(({ on }, place) => place === 0 || on >= (history[place - 1]?.on ?? ''));
  for (const [index, each] of plan.aims.entries()) {
    if (!runForward(each.history)) {
      problems.push({
        kind: 'out-of-order',
        file: 'plan.json',
        path: `aims.${index}`,
        expected: 'dates that run forward'
      });
    }
  }
  for (const [index, each] of plan.actions.entries()) {
    const last = each.history.at(-1);
    if (each.dueOn < each.startsOn || !runForward(each.history)) {
      problems.push({
        kind: 'out-of-order',
        file: 'plan.json',
        path: `actions.${index}`,
        expected: 'dates that run forward'
      });
    }
    if ((last?.status ?? 'not-started') !== each.status) {
      problems.push({
        kind: 'out-of-order',
        file: 'plan.json',
        path: `actions.${index}.status`,
        expected: 'the last status of its history'
      });
    }
  }
  return problems;
}
