import * as v from 'valibot';
import type { MadeUpPlace } from './made-up-place.ts';
import {
  type ActionKindId,
  type AgeId,
  type FactorId,
  idOf,
  isoDate,
  type OutcomeId,
  type PackProblem,
  repeatedIds,
  sentence,
  type Spine,
  unknownIds
} from '#modules/vocabulary';
import { roleIn, saysSo } from './records.ts';

const slug = idOf<string>();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const cycle = v.strictObject({
  number: count,
  changeIdea: slug,
  title: sentence,
  /** Step on the ramp. */
  scale: v.picklist(['1', '5', '25', 'all']),
  families: count,
  conditions: sentence,
  startsOn: isoDate,
  endsOn: isoDate,
  purpose: v.picklist(['collect-information', 'develop', 'test', 'implement']),
  objective: sentence,
  change: sentence,
  plan: v.strictObject({
    who: sentence,
    where: sentence,
    when: sentence,
    tasks: v.array(sentence),
    data: sentence
  }),
  /** Predictions are written before the test begins, or on its first day. */
  predictedOn: isoDate,
  questions: v.pipe(
    v.array(
      v.strictObject({
        question: sentence,
        prediction: sentence,
        result: sentence,
        matched: v.picklist(['yes', 'partly', 'no'])
      })
    ),
    v.minLength(1)
  ),
  carriedOut: v.picklist(['as-planned', 'with-changes', 'not-carried-out']),
  observations: sentence,
  problems: v.nullable(sentence),
  learning: sentence,
  surprises: sentence,
  wasImprovement: v.picklist(['yes', 'no', 'cannot-tell']),
  decision: v.picklist(['adopt', 'adapt', 'abandon']),
  next: sentence,
  /** What colleagues at home were told; `null` where nobody wrote it down. */
  told: v.nullable(sentence),
  /** 1 a hunch, 5 certain. */
  degreeOfBelief: v.picklist([1, 2, 3, 4, 5])
});

/** What somebody of the team is to the project. */
const memberPart = v.picklist(['sponsor', 'lead', 'adviser', 'day-to-day', 'family', 'member']);

const measure = v.strictObject({
  id: slug,
  title: sentence,
  kind: v.picklist(['outcome', 'process', 'balancing']),
  why: sentence,
  definition: sentence,
  numerator: sentence,
  denominator: sentence,
  form: v.literal('share'),
  unit: v.literal('percent'),
  betterWhen: v.picklist(['high', 'low']),
  exclusions: sentence,
  collector: roleIn,
  frequency: v.literal('weekly'),
  sample: sentence,
  /** Percentage, 0 to 100. */
  goal: v.nullable(v.number()),
  baseline: v.strictObject({ from: isoDate, to: isoDate }),
  annotations: v.array(v.strictObject({ on: isoDate, text: sentence, cycle: v.nullable(count) })),
  points: v.array(v.strictObject({ on: isoDate, numerator: count, denominator: count })),
  /** What a chart of the points should say, so that the story can be checked against it. */
  expectedReading: sentence
});

/** The file of a made-up place that holds its improvement project. */
export const madeUpProject = v.strictObject({
  ...saysSo,
  project: v.strictObject({
    id: slug,
    title: sentence,
    group: slug,
    aim: slug,
    factor: idOf<FactorId>(),
    alsoFactors: v.array(idOf<FactorId>()),
    outcome: idOf<OutcomeId>(),
    ages: v.array(idOf<AgeId>()),
    actionKind: idOf<ActionKindId>(),
    lead: roleIn,
    team: v.array(v.strictObject({ ...roleIn.entries, part: memberPart, brings: sentence })),
    setting: sentence,
    aimStatement: v.strictObject({
      what: sentence,
      howMuch: sentence,
      forWhom: sentence,
      by: isoDate,
      baseline: sentence
    }),
    why: sentence,
    publicSummary: sentence,
    startedOn: isoDate,
    status: v.picklist(['planned', 'testing', 'implementing', 'spreading', 'finished', 'paused']),
    charter: v.strictObject({
      why: sentence,
      scopeIn: sentence,
      scopeOut: sentence,
      limits: sentence
    }),
    milestones: v.array(
      v.strictObject({ title: sentence, dueOn: isoDate, doneOn: v.nullable(isoDate) })
    ),
    /** How far it had come, as its team judged: 0.5 to 5 in halves. */
    scores: v.array(
      v.strictObject({
        on: isoDate,
        score: v.pipe(v.number(), v.minValue(0.5), v.maxValue(5), v.multipleOf(0.5)),
        reason: sentence
      })
    ),
    drivers: v.array(
      v.strictObject({
        id: slug,
        title: sentence,
        factor: idOf<FactorId>(),
        measures: v.array(slug),
        secondary: v.array(
          v.strictObject({
            id: slug,
            title: sentence,
            /** Other primary drivers it acts on. */
            alsoUnder: v.array(slug),
            measures: v.array(slug)
          })
        )
      })
    ),
    /** Days on which the driver diagram was kept under a name. */
    diagramVersions: v.array(v.strictObject({ on: isoDate, name: sentence, note: sentence })),
    changeIdeas: v.array(
      v.strictObject({
        id: slug,
        title: sentence,
        description: sentence,
        drivers: v.array(slug),
        factor: idOf<FactorId>(),
        status: v.picklist(['adopted', 'testing', 'abandoned', 'untested']),
        addedOn: isoDate
      })
    ),
    cycles: v.array(cycle),
    /** Tests that are planned and not yet done. */
    ahead: v.array(
      v.strictObject({
        changeIdea: slug,
        /** The number of the cycle it carries on. */
        follows: count,
        predictedOn: isoDate,
        plannedFor: isoDate,
        title: sentence,
        scale: v.picklist(['1', '5', '25', 'all']),
        size: sentence,
        objective: sentence,
        staysSame: sentence,
        changesNow: sentence,
        who: sentence,
        where: sentence,
        conditions: v.array(sentence),
        questions: v.array(v.strictObject({ question: sentence, prediction: sentence }))
      })
    ),
    measures: v.array(measure)
  })
});

const ramp = ['1', '5', '25', 'all'] as const;

/** What is wrong in the improvement project of a made-up place. */
export function projectProblems(all: MadeUpPlace, spine: Spine): PackProblem[] {
  const { project } = all.improvement;
  const file = 'improvement.json';
  const at = (path: string, ids: readonly (string | null)[]) =>
    ids.flatMap((id) => (id === null ? [] : [{ path, id }]));
  const problems: PackProblem[] = [
    ...repeatedIds(file, 'project.measures', project.measures),
    ...repeatedIds(file, 'project.changeIdeas', project.changeIdeas),
    ...unknownIds(
      file,
      spine.factors.map((each) => each.id),
      at('project', [
        project.factor,
        ...project.alsoFactors,
        ...project.drivers.map((each) => each.factor),
        ...project.changeIdeas.map((each) => each.factor)
      ])
    ),
    ...unknownIds(
      file,
      spine.outcomes.map((each) => each.id),
      at('project', [project.outcome])
    ),
    ...unknownIds(
      file,
      spine.ages.map((each) => each.id),
      at('project', project.ages)
    ),
    ...unknownIds(
      file,
      spine.actionKinds.map((each) => each.id),
      at('project', [project.actionKind])
    ),
    ...unknownIds(
      file,
      all.plan.aims.map((each) => each.id),
      at('project.aim', [project.aim])
    ),
    ...unknownIds(
      file,
      all.place.groups.map((each) => each.id),
      at('project.group', [project.group])
    ),
    ...unknownIds(
      file,
      all.place.organisations.map((each) => each.id),
      at(
        'project',
        [project.lead, ...project.team, ...project.measures.map((each) => each.collector)].map(
          (each) => each.organisation
        )
      )
    ),
    ...unknownIds(
      file,
      project.drivers.flatMap((each) => [each.id, ...each.secondary.map(({ id }) => id)]),
      at(
        'project.changeIdeas',
        project.changeIdeas.flatMap((each) => each.drivers)
      )
    ),
    ...unknownIds(
      file,
      project.drivers.map((each) => each.id),
      at(
        'project.drivers',
        project.drivers.flatMap((each) => each.secondary.flatMap(({ alsoUnder }) => alsoUnder))
      )
    ),
    ...unknownIds(
      file,
      project.measures.map((each) => each.id),
      at(
        'project.drivers',
        project.drivers.flatMap((each) =>
          [each, ...each.secondary].flatMap(({ measures }) => measures)
        )
      )
    ),
    ...unknownIds(
      file,
      project.changeIdeas.map((each) => each.id),
      at(
        'project.cycles',
        [...project.cycles, ...project.ahead].map((each) => each.changeIdea)
      )
    )
  ];
  const outOfOrder = (path: string, expected: string) =>
    problems.push({ kind: 'out-of-order', file, path: `project.${path}`, expected });
  for (const [index, each] of project.cycles.entries()) {
    const before = project.cycles[index - 1];
    const path = `cycles.${index}`;
    if (each.number !== index + 1) outOfOrder(path, `number ${index + 1}`);
    if (each.endsOn < each.startsOn) outOfOrder(path, 'an end not before its start');
    if (each.predictedOn > each.startsOn) outOfOrder(path, 'predictions made by the first day');
    if (before !== undefined && each.startsOn <= before.endsOn)
      outOfOrder(path, 'a start after the cycle before');
    if (before !== undefined && ramp.indexOf(each.scale) < ramp.indexOf(before.scale)) {
      outOfOrder(path, 'a scale no smaller than the cycle before');
    }
  }
  for (const [index, each] of project.measures.entries()) {
    for (const [place, point] of each.points.entries()) {
      const before = each.points[place - 1];
      const path = `measures.${index}.points.${place}`;
      if (point.denominator === 0 || point.numerator > point.denominator)
        outOfOrder(path, 'no more than the whole, and a whole above nothing');
      if (before !== undefined && point.on <= before.on)
        outOfOrder(path, 'a day after the point before');
    }
  }
  return problems;
}
