import {
  addMeasure,
  addMeasureValue,
  addProject,
  annotate,
  changeProject,
  changePublicity,
  planTest,
  reportTest
} from '#modules/improvement/server';
import type { MadeUpPlace } from './packs/made-up-place.ts';
import { scheduleCharter } from './fernhollow-charter.ts';
import { scheduleDiagram } from './fernhollow-drivers.ts';
import type { Fernhollow } from './fernhollow.ts';
import { give, lookUp, on, roleAt } from './hand.ts';
import type { Counts } from './stage.ts';

export type ContentProject = MadeUpPlace['improvement']['project'];

/** The project while it is being loaded. */
export type ImprovementWork = {
  projectId: string;
  readonly ideas: Map<string, string>;
  readonly measures: Map<string, string>;
  readonly tests: Map<number, string>;
};

/**
 * Fernhollow's improvement project: tests of change, each with its predictions before it begins, and measures whose values come in
 * week by week.
 */
export function scheduleImprovement(here: Fernhollow): Counts {
  const { project } = here.content.improvement;
  const work = here.improvement;
  scheduleProject(here, project, work);
  scheduleCharter(here, project, work);
  scheduleDiagram(here, project, work);
  scheduleTests(here, project, work);
  scheduleAhead(here, project, work);
  scheduleValues(here, project, work);
  scheduleProjectState(here, project, work);
  return {
    'improvement project': 1,
    'change ideas': project.changeIdeas.length,
    'tests of change': project.cycles.length + project.ahead.length,
    measures: project.measures.length,
    'values of measures': project.measures.flatMap((measure) => measure.points).length
  };
}

function projectInput(here: Fernhollow, project: ContentProject) {
  const { aimStatement: aim } = project;
  const action = here.content.plan.actions.find(
    (one) => one.aim === project.aim && one.startsOn === project.startedOn
  );
  return {
    title: project.title,
    aimChange: aim.what,
    aimAmount: aim.howMuch,
    aimForWhom: aim.forWhom,
    aimBy: aim.by,
    aimBaseline: aim.baseline,
    factorIds: [project.factor, ...project.alsoFactors],
    outcomeIds: [project.outcome],
    priorityId: lookUp(here.priorities, project.factor),
    actionId: action === undefined ? '' : lookUp(here.actions, action.id),
    setting: project.setting,
    // A date in the aim or the baseline is one of the project, not of a child.
    checkedForPeople: 'yes'
  };
}

function scheduleProject(here: Fernhollow, project: ContentProject, work: ImprovementWork): void {
  const { startedOn } = project;
  here.timeline.on(startedOn, async () => {
    const hand = on(here.contributor, startedOn);
    const { id } = await give(hand, addProject, projectInput(here, project));
    work.projectId = id;
    for (const measure of project.measures) {
      const added = await give(hand, addMeasure, {
        projectId: id,
        title: measure.title,
        kind: measure.kind,
        valueForm: measure.form,
        direction: measure.betterWhen === 'high' ? 'increase' : 'decrease',
        operationalDefinition: `${measure.definition} Why it is collected: ${measure.why}`,
        numeratorWords: measure.numerator,
        denominatorWords: measure.denominator,
        exclusions: measure.exclusions,
        goal: measure.goal,
        source: 'Asked and counted in the nurseries (made up)',
        collectorRole: roleAt(measure.collector, here.organisations),
        frequency: measure.frequency,
        sample: measure.sample
      });
      work.measures.set(measure.id, added.id);
    }
  });
}

function scheduleTests(here: Fernhollow, project: ContentProject, work: ImprovementWork): void {
  for (const cycle of project.cycles) {
    here.timeline.on(cycle.predictedOn, async () => {
      const families = `${cycle.families} ${cycle.families === 1 ? 'family' : 'families'}`;
      const { id } = await give(on(here.contributor, cycle.predictedOn), planTest, {
        projectId: work.projectId,
        changeIdeaId: lookUp(work.ideas, cycle.changeIdea),
        followsId: work.tests.get(cycle.number - 1) ?? '',
        changeTried: cycle.title,
        objective: `${cycle.objective} The change: ${cycle.change}`,
        rampStep: cycle.scale,
        sizeWords: `${families}. ${cycle.plan.when}`,
        who: cycle.plan.who,
        place: cycle.plan.where,
        plannedFor: cycle.startsOn,
        tasks: cycle.plan.tasks.join('\n'),
        dataPlan: cycle.plan.data,
        conditions: cycle.conditions,
        predictions: cycle.questions.map(({ question, prediction }) => ({ question, prediction }))
      });
      work.tests.set(cycle.number, id);
    });
    here.timeline.on(cycle.endsOn, async () => {
      await give(on(here.contributor, cycle.endsOn), reportTest, {
        testId: work.tests.get(cycle.number),
        carriedOut: cycle.carriedOut,
        observations: cycle.observations,
        problems: cycle.problems ?? '',
        doneOn: cycle.endsOn,
        results: cycle.questions.map(({ result }) => ({ result })),
        wasImprovement: cycle.wasImprovement,
        surprises: cycle.surprises,
        learnt: cycle.learning,
        decision: cycle.decision,
        nextStep: cycle.next,
        toldAtHome: cycle.told ?? '',
        degreeOfBelief: cycle.degreeOfBelief,
        version: 1
      });
    });
  }
}

/** Values on their days. Tests stand on the time axis by themselves, so that only other marks are added. */
/** Tests that are planned, so that something is owed and something lies ahead. */
function scheduleAhead(here: Fernhollow, project: ContentProject, work: ImprovementWork): void {
  for (const test of project.ahead) {
    here.timeline.on(test.predictedOn, async () => {
      await give(on(here.contributor, test.predictedOn), planTest, {
        projectId: work.projectId,
        changeIdeaId: lookUp(work.ideas, test.changeIdea),
        followsId: work.tests.get(test.follows) ?? '',
        changeTried: test.title,
        objective: test.objective,
        staysSame: test.staysSame,
        changesNow: test.changesNow,
        rampStep: test.scale,
        sizeWords: test.size,
        who: test.who,
        place: test.where,
        plannedFor: test.plannedFor,
        conditions: test.conditions.join('\n'),
        predictions: test.questions
      });
    });
  }
}

function scheduleValues(here: Fernhollow, project: ContentProject, work: ImprovementWork): void {
  for (const measure of project.measures) {
    for (const { on: day, numerator, denominator } of measure.points) {
      here.timeline.on(day, async () => {
        const measureId = lookUp(work.measures, measure.id);
        const value = { measureId, measuredOn: day, numerator, denominator };
        await give(on(here.contributor, day), addMeasureValue, value);
      });
    }
    for (const { on: day, text: label } of measure.annotations.filter(
      (one) => one.cycle === null
    )) {
      here.timeline.on(day, async () => {
        const measureId = lookUp(work.measures, measure.id);
        const mark = { measureId, markedOn: day, label, kind: 'note' };
        await give(on(here.contributor, day), annotate, mark);
      });
    }
  }
}

/** Where the project stands since its last value, and that the public may read of it. */
function scheduleProjectState(
  here: Fernhollow,
  project: ContentProject,
  work: ImprovementWork
): void {
  const days = project.measures.flatMap((measure) => measure.points.map((point) => point.on));
  const day = days.toSorted().at(-1) ?? project.startedOn;
  here.timeline.on(day, async () => {
    const { projectId } = work;
    const { version } = await give(on(here.contributor, day), changeProject, {
      ...projectInput(here, project),
      id: projectId,
      status: project.status,
      version: 1
    });
    await give(on(here.lead, day), changePublicity, {
      id: projectId,
      isPublic: 'yes',
      publicSummary: project.publicSummary,
      version
    });
  });
}
