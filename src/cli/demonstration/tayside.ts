import { followIndicators } from '#modules/indicators/server';
import { addGroup } from '#modules/groups/server';
import { joinCollaborative } from '#modules/partnerships/server';
import type { Spine } from '#modules/vocabulary';
import { loadBodies } from './bodies.ts';
import { loadDecisions } from './decisions.ts';
import type { CollaborativePlan } from './packs/collaborative-plan.ts';
import { give, lookUp, roleAt, type Hand } from './hand.ts';
import {
  addDemonstrationAccount,
  beginPlace,
  describeCoordinator,
  type Counts,
  type Stage
} from './stage.ts';
import { noteChoices } from './open-indicators.ts';
import { loadTaysideActors } from './tayside-actors.ts';
import { loadTaysidePlan } from './tayside-plan.ts';
import { loadWorkingTogether } from './working-together.ts';
import { loadTaysideStrategy } from './tayside-strategy.ts';

/** Tayside while it is being loaded: names by the ids of the content. */
export type Tayside = {
  readonly spine: Spine;
  readonly plan: Stage['content']['tayside'];
  readonly hand: Hand;
  readonly organisations: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
};

/**
 * Loads the collaborative of 2018 with its three councils, from the published plan: groups, aims, themes and measures, and the open
 * figures of each council. The plan states no results, so there are none here.
 */
export async function loadTayside({ world, content }: Stage): Promise<Counts> {
  const plan = content.tayside;
  const coordinator = await addDemonstrationAccount(world, {
    name: 'Tayside coordinator',
    account: 'coordinator',
    domain: 'tayside'
  });
  const { collaborative } = plan;
  const organisations = new Map(collaborative.organisations.map(({ id, name }) => [id, name]));
  const hands = new Map<string, Hand>();
  for (const { source, ...place } of collaborative.places) {
    const isWhole = place.kind === 'collaborative';
    const hand = await beginPlace(world, coordinator, {
      ...place,
      slug: place.id,
      about: isWhole ? `${place.about} ${collaborative.status}` : place.about,
      vision: isWhole ? collaborative.vision.text : ''
    });
    await describeCoordinator(hand, `${place.name} (demonstration)`, 'Partnership coordinator');
    hands.set(place.id, hand);
  }
  const whole = collaborative.places.find((place) => place.kind === 'collaborative');
  const hand = lookUp(hands, whole?.id ?? '');
  const members = [...hands.values()].filter((one) => one !== hand);
  for (const member of members) await joinCollaborative(world, hand.place, member.place);

  const here: Tayside = {
    spine: content.spine,
    plan,
    hand,
    organisations,
    groups: await addGroups(hand, plan, organisations)
  };
  const followed = await followScottish([hand, ...members], { world, content });
  const loaded = await loadTaysidePlan(here);
  return {
    members: members.length,
    groups: here.groups.size,
    ...loaded.counts,
    ...(await loadTaysideStrategy(here)),
    ...(await loadTaysideActors(hand, plan)),
    ...(await loadDecisions({
      content: plan.decisions,
      hand,
      groups: here.groups,
      at: (_, work) => work()
    })),
    ...(await loadWorkingTogether({
      content: plan.workingTogether,
      hand,
      groups: here.groups,
      aims: loaded.aims,
      actions: new Map(),
      at: (_, work) => work()
    })),
    ...(await loadBodies({
      content: plan.bodies,
      hand,
      groups: here.groups,
      members: new Map(
        [...hands].flatMap(([id, one]) => (one === hand ? [] : [[id, one.place] as const]))
      ),
      at: (_, work) => work()
    })),
    'indicators followed by each': followed
  };
}

type ContentGroup = CollaborativePlan['groups']['groups'][number];

/** Each group after those it reports to and those it supports. */
function fromTheTop(groups: readonly ContentGroup[]): ContentGroup[] {
  const placed: ContentGroup[] = [];
  const place = (group: ContentGroup): void => {
    if (placed.includes(group)) return;
    const before = groups.filter(
      (one) => group.reportsTo.includes(one.id) || one.supportedBy.includes(group.id)
    );
    for (const one of before) place(one);
    placed.push(group);
  };
  for (const group of groups) place(group);
  return placed;
}

async function addGroups(
  hand: Hand,
  { groups: { groups } }: CollaborativePlan,
  organisations: ReadonlyMap<string, string>
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const group of fromTheTop(groups)) {
    const who = (one: ContentGroup['leadOfficial']) =>
      one === null ? '' : roleAt(one, organisations);
    const { id } = await give(hand, addGroup, {
      name: group.name,
      kind: group.kind,
      purpose: [group.ambition, ...group.purpose].filter((line) => line !== null).join('\n'),
      remit: [...group.remit, ...(group.memberNote === null ? [] : [group.memberNote])].join('\n'),
      members: group.members.map((member) => roleAt(member, organisations)).join('\n'),
      seniorSponsor: who(group.seniorSponsor),
      sponsorGroupId: group.sponsorGroup === null ? '' : lookUp(ids, group.sponsorGroup),
      leadOfficial: who(group.leadOfficial),
      reportsTo: group.reportsTo.map((one) => lookUp(ids, one)),
      supports: groups
        .filter((one) => one.supportedBy.includes(group.id))
        .map((one) => lookUp(ids, one.id)),
      duration: group.duration?.note ?? '',
      source: sourceText(group.source),
      position: groups.indexOf(group)
    });
    ids.set(group.id, id);
  }
  return ids;
}

/** Where in its document a record comes from, as one line. */
export function sourceText(source: {
  readonly document: string;
  readonly section: string;
}): string {
  return `${source.document}, ${source.section}`;
}

/** The Scottish indicators of the catalogue that have figures for councils; each has its licence stated. */
async function followScottish(hands: readonly Hand[], { content }: Stage): Promise<number> {
  const scottish = content.catalogue.indicators.filter(
    (one) => one.set.startsWith('scotland-') && one.areaLevels.includes('local-authority')
  );
  const reasons = new Map(
    content.tayside.measures.indicators.map(({ indicator, reason }) => [indicator, reason])
  );
  for (const hand of hands) {
    await give(hand, followIndicators, { follow: scottish.map(({ id }) => id) });
    await noteChoices(hand, reasons);
  }
  return scottish.length;
}
