import { addGroup } from '#modules/groups/server';
import type { World } from '#platform/command';
import type { DemonstrationContent } from './content.ts';
import { loadBodies } from './bodies.ts';
import { loadDecisions } from './decisions.ts';
import { scheduleActors } from './fernhollow-actors.ts';
import { scheduleAssessments } from './fernhollow-assessments.ts';
import { scheduleBoundaries } from './fernhollow-boundaries.ts';
import { scheduleEvidence } from './fernhollow-evidence.ts';
import { scheduleImports } from './fernhollow-imports.ts';
import { scheduleImprovement, type ImprovementWork } from './fernhollow-improvement.ts';
import { scheduleIndicators } from './fernhollow-indicators.ts';
import { scheduleLearning } from './fernhollow-learning.ts';
import { scheduleNeeds } from './fernhollow-needs.ts';
import { scheduleNeighbours } from './fernhollow-neighbours.ts';
import { schedulePlan } from './fernhollow-plan.ts';
import { scheduleReach } from './fernhollow-reach.ts';
import { scheduleRollOuts } from './fernhollow-roll-outs.ts';
import { scheduleServices } from './fernhollow-services.ts';
import { scheduleSettings } from './fernhollow-settings.ts';
import { scheduleStrategy } from './fernhollow-strategy.ts';
import { scheduleSurveys } from './fernhollow-surveys.ts';
import { loadWorkingTogether } from './working-together.ts';
import { give, lookUp, onDay, roleAt, Timeline, type Hand } from './hand.ts';
import {
  addDemonstrationAccount,
  beginPlace,
  describeCoordinator,
  join,
  today,
  type Counts,
  type Stage
} from './stage.ts';

/** The day on which the made-up partnership began: before the oldest of its records. */
const begins = '2024-09-02';

/** Fernhollow while it is being loaded. Identifiers are filled in as the records are made, by the names of the content. */
export type Fernhollow = {
  readonly content: DemonstrationContent['fernhollow'];
  readonly coordinator: Hand;
  readonly lead: Hand;
  readonly contributor: Hand;
  /** Everybody, by account. */
  readonly hands: ReadonlyMap<string, Hand>;
  readonly organisations: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
  /** Chosen factors, by factor. */
  readonly priorities: Map<string, string>;
  readonly aims: Map<string, string>;
  /** By their titles: no two are called the same. */
  readonly milestones: Map<string, string>;
  readonly actions: Map<string, string>;
  readonly indicators: Map<string, string>;
  readonly settings: Map<string, string>;
  readonly improvement: ImprovementWork;
  readonly timeline: Timeline;
};

/** Loads the made-up place: one thread from evidence to learning, with its history on the days of the story. */
export async function loadFernhollow({ world, content }: Stage): Promise<Counts> {
  const here = await begin(onDay(world, begins), content.fernhollow);
  const counts = {
    groups: here.groups.size,
    ...scheduleIndicators(here),
    ...scheduleImports(here),
    ...scheduleNeeds(here),
    ...(await scheduleDecisions(here)),
    ...scheduleEvidence(here),
    ...scheduleSurveys(here, today(world)),
    ...scheduleServices(here),
    ...scheduleActors(here),
    ...scheduleSettings(here),
    ...scheduleBoundaries(here),
    ...schedulePlan(here),
    ...scheduleAssessments(here, today(world)),
    ...scheduleNeighbours(here),
    ...(await scheduleWorkingTogether(here)),
    ...scheduleImprovement(here),
    ...scheduleLearning(here),
    ...scheduleRollOuts(here),
    ...scheduleReach(here),
    ...scheduleStrategy(here),
    // After everything else of its days: a version keeps the plan as it stood by then.
    ...(await scheduleBodies(here))
  };
  await here.timeline.unfold();
  return counts;
}

/** What its groups decided; on the day on which each was entered, so that the history reads as it happened. */
function scheduleDecisions(here: Fernhollow): Promise<Counts> {
  return loadDecisions({
    content: here.content.decisions,
    hand: here.coordinator,
    groups: here.groups,
    at: (day, work) => Promise.resolve(here.timeline.on(day ?? begins, work))
  });
}

/** What its partners hold to and test, risks, money and time; each entered on its day. */
function scheduleWorkingTogether(here: Fernhollow): Promise<Counts> {
  return loadWorkingTogether({
    content: here.content.workingTogether,
    hand: here.lead,
    groups: here.groups,
    aims: here.aims,
    actions: here.actions,
    at: (day, work) => Promise.resolve(here.timeline.on(day ?? begins, work))
  });
}

/** The bodies of its plan, versions with what each said, local variants and a check of its own. */
function scheduleBodies(here: Fernhollow): Promise<Counts> {
  return loadBodies({
    content: here.content.bodies,
    hand: here.coordinator,
    groups: here.groups,
    at: (day, work) => Promise.resolve(here.timeline.on(day ?? begins, work))
  });
}

async function begin(
  world: World,
  content: DemonstrationContent['fernhollow']
): Promise<Fernhollow> {
  const { place, vision, people } = content.place;
  const organisations = new Map(
    // What stands in brackets would be read as part of a list of members.
    content.place.organisations.map(({ id, name }) => [id, name.replace(/ \(.*\)$/, '')])
  );
  const persons = new Map(
    await Promise.all(
      people.map(async ({ account, displayName: name }) => {
        const domain = place.id;
        return [account, await addDemonstrationAccount(world, { name, account, domain })] as const;
      })
    )
  );
  const coordinator = await beginPlace(world, lookUp(persons, 'coordinator'), {
    name: place.name,
    slug: place.id,
    kind: place.kind,
    nation: place.nation,
    areaCode: null,
    about: place.about,
    vision,
    madeUp: true
  });
  const hands = new Map([['coordinator', coordinator]]);
  for (const { account, role, organisation, jobRole } of people) {
    const works = lookUp(organisations, organisation);
    if (account === 'coordinator') {
      await describeCoordinator(coordinator, works, jobRole);
    } else {
      const member = { personId: lookUp(persons, account), role, organisation: works, jobRole };
      hands.set(account, await join(world, coordinator.place, member));
    }
  }
  return {
    content,
    coordinator,
    lead: lookUp(hands, 'lead'),
    contributor: lookUp(hands, 'contributor'),
    hands,
    organisations,
    groups: await addGroups(coordinator, content, organisations),
    priorities: new Map(),
    aims: new Map(),
    milestones: new Map(),
    actions: new Map(),
    indicators: new Map(),
    settings: new Map(),
    improvement: { projectId: '', ideas: new Map(), measures: new Map(), tests: new Map() },
    timeline: new Timeline()
  };
}

/** Adds the groups, each after those it reports to and supports; the content names them in that order. */
async function addGroups(
  coordinator: Hand,
  { place, plan }: DemonstrationContent['fernhollow'],
  organisations: ReadonlyMap<string, string>
): Promise<ReadonlyMap<string, string>> {
  const groups = new Map<string, string>();
  for (const [position, group] of place.groups.entries()) {
    const leadsAims = plan.aims.some((aim) => aim.group === group.id);
    const { id } = await give(coordinator, addGroup, {
      name: group.name,
      kind: group.reportsTo === null ? 'oversight' : leadsAims ? 'priority' : 'other',
      purpose: group.purpose,
      members: group.members.map((member) => roleAt(member, organisations)).join('\n'),
      reportsTo: group.reportsTo === null ? [] : [lookUp(groups, group.reportsTo)],
      supports: group.supports.map((one) => lookUp(groups, one)),
      meets: group.meets,
      duration: group.duration ?? '',
      endsOn: group.endsOn ?? '',
      position
    });
    groups.set(group.id, id);
  }
  return groups;
}
