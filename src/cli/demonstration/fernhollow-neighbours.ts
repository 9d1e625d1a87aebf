import {
  agreeOn,
  answerRound,
  askPeople,
  beginRound,
  revealRound,
  shareLevels,
  viewRounds
} from '#modules/assessments/server';
import { joinCollaborative } from '#modules/partnerships/server';
import type { World } from '#platform/command';
import type { PartnershipId, PersonId } from '#platform/ids';
import type { Fernhollow } from './fernhollow.ts';
import { give, on, onDay } from './hand.ts';
import type { MadeUpNeighbours } from './packs/made-up-neighbours.ts';
import {
  addDemonstrationAccount,
  beginPlace,
  describeCoordinator,
  join,
  type Counts
} from './stage.ts';

type Neighbour = MadeUpNeighbours['neighbours'][number];
type People = Readonly<Record<'coordinator' | 'lead' | 'contributor', PersonId>>;

/**
 * The made-up neighbours of Fernhollow and the collaborative of all three: each neighbour rated itself, and shows some of it to the others, as
 * Fernhollow does. Real places show nothing: nobody published how they rate themselves.
 */
export function scheduleNeighbours(here: Fernhollow): Counts {
  const { neighbours, own, collaborative } = here.content.neighbours;
  here.timeline.on(own.shownOn, async () => {
    const world = onDay(here.coordinator.world, own.shownOn);
    const people = await addPeople(world);
    const whole = await beginPlace(world, people.coordinator, {
      name: collaborative.name,
      slug: collaborative.id,
      kind: 'collaborative',
      nation: 'England',
      areaCode: null,
      about: collaborative.about,
      madeUp: true
    });
    for (const neighbour of neighbours) await addNeighbour(world, neighbour, people, whole.place);
    await joinCollaborative(world, whole.place, here.coordinator.place);
    const hand = on(here.coordinator, own.shownOn);
    const { rounds } = await give(hand, viewRounds, {});
    const id = rounds.find(({ title }) => title === own.round)?.id;
    const { shows: elements, visits } = own;
    await give(hand, shareLevels, { id, collaborativeId: whole.place, elements, visits });
  });
  return { neighbours: neighbours.length };
}

async function addPeople(world: World): Promise<People> {
  const add = (account: keyof People) =>
    addDemonstrationAccount(world, {
      name: `Neighbours’ ${account}`,
      account,
      domain: 'neighbours'
    });
  return {
    coordinator: await add('coordinator'),
    lead: await add('lead'),
    contributor: await add('contributor')
  };
}

/** A neighbour with three members, each of whom answered alone before they agreed. */
async function addNeighbour(
  world: World,
  neighbour: Neighbour,
  people: People,
  collaborativeId: PartnershipId
): Promise<void> {
  const { id: slug, name, about, ratedOn, agreedOn, levels, reason } = neighbour;
  const coordinator = await beginPlace(world, people.coordinator, {
    name,
    slug,
    kind: 'place',
    nation: 'England',
    areaCode: null,
    about,
    madeUp: true
  });
  const organisation = `${name} Council (made up)`;
  await describeCoordinator(coordinator, organisation, 'Partnership coordinator');
  const hands = [coordinator];
  for (const role of ['lead', 'contributor'] as const) {
    const member = { personId: people[role], role, organisation, jobRole: 'Member' };
    hands.push(await join(world, coordinator.place, member));
  }
  await joinCollaborative(world, collaborativeId, coordinator.place);
  const answering = on(coordinator, ratedOn);
  const { id } = await give(answering, beginRound, {
    title: 'How we stand, spring 2026',
    facilitator: 'Partnership coordinator',
    instrument: 'instruments/maturity-matrix',
    opensOn: ratedOn,
    closesOn: ratedOn
  });
  const asked = hands.map(({ personId }) => personId);
  await give(answering, askPeople, { id, sector: 'council', people: asked });
  const answers = Object.entries(levels).map(([element, level]) => ({
    element,
    level,
    reason: '',
    evidence: ''
  }));
  for (const hand of hands) await give(on(hand, ratedOn), answerRound, { id, answers });
  const agreeing = on(coordinator, agreedOn);
  await give(agreeing, revealRound, { id });
  for (const [element, level] of Object.entries(levels)) {
    const agreed = { roundId: id, element, level, reason, agreedOn };
    await give(agreeing, agreeOn, { ...agreed, present: 'Three members' });
  }
  const { shows: elements, visits } = neighbour;
  await give(coordinator, shareLevels, { id, collaborativeId, elements, visits });
}
