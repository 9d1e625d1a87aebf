import {
  agreeOn,
  answerRound,
  askPeople,
  beginRound,
  noteBarrier,
  revealRound,
  shareLevels,
  viewAreas
} from '#modules/assessments/server';
import { beginPartnership, joinCollaborative } from '#modules/partnerships/server';
import type { Actor } from '#platform/command';
import type { PartnershipId } from '#platform/ids';
import { somebody, testMoment, testPlace, testWorld } from './world.ts';

/** Areas of a collaborative that rated themselves, for tests of what they show each other. */

const world = await testWorld();
const today = testMoment.slice(0, 10);
/** What members wrote to each other: no other area may ever read it. */
export const secret = 'zwiebelturm';

/** The value of an answer. Throws where it was refused. */
export async function given<Value>(
  answer: Promise<{ ok: boolean; value?: Value; error?: unknown }>
) {
  const said = await answer;
  if (!said.ok) throw new Error(JSON.stringify(said.error));
  return said.value as Value; // an answer that is good has one
}

/** A collaborative with three areas, and one that is in none. */
export async function collaborative() {
  const chief = await somebody(world, `chief@${crypto.randomUUID()}.example`);
  const slug = `three-becks-${crypto.randomUUID().slice(0, 8)}`;
  const begun = await beginPartnership(world, chief.personId, {
    name: 'Three Becks',
    slug,
    kind: 'collaborative',
    areaCode: '',
    nation: 'England',
    about: '',
    madeUp: true
  });
  if (!begun.ok) throw new Error(begun.error.kind);
  const { id } = begun.value;
  // A name that no page has by chance.
  const area = await testPlace(world, 'Quillowby');
  const fellow = await testPlace(world, 'Alderbeck');
  const stranger = await testPlace(world, 'Elsewhere');
  for (const one of [area, fellow]) await joinCollaborative(world, id, one.id);
  return { id, slug, chief, area, fellow, stranger };
}

type Place = Awaited<ReturnType<typeof testPlace>>;

/** A round of one dimension in which the area agreed on this level everywhere; three answered, with words that nobody else may read. */
export async function agreedRound({ id: place, people }: Place, level: string, title = 'Spring') {
  const { lead } = people;
  const { id } = await given(
    beginRound.run(
      lead,
      place,
      {
        title,
        opensOn: today,
        closesOn: today,
        facilitator: 'Lead',
        instrument: 'instruments/maturity-matrix',
        part: 'lead'
      },
      world
    )
  );
  const asked = [people.lead, people.contributor, people.reader];
  const ids = asked.map(({ personId }) => personId);
  await given(askPeople.run(lead, place, { id, sector: 'health', people: ids }, world));
  const elements = ['partnership', 'leadership', 'community-ownership'];
  const answers = elements.map((element) => ({ element, level, reason: secret, evidence: secret }));
  for (const who of asked) await given(answerRound.run(who, place, { id, answers }, world));
  await given(revealRound.run(lead, place, { id }, world));
  for (const element of elements) {
    await given(agreeOn.run(lead, place, agreement(id, element, level), world));
  }
  await given(
    noteBarrier.run(
      lead,
      place,
      { roundId: id, element: 'leadership', kind: 'time', barrier: secret },
      world
    )
  );
  return id;
}

/** What a group says when it agrees, with words that nobody elsewhere may read. */
export const agreement = (roundId: string, element: string, level: string, version = 0) => ({
  roundId,
  element,
  level,
  reason: secret,
  dissent: secret,
  agreedOn: today,
  present: secret,
  version
});

/** An area shows these elements of a round, and for which it may be visited. */
export const show = (
  { id: place, people }: Place,
  round: string,
  to: { readonly id: string },
  elements: readonly string[],
  visits: readonly string[] = []
) =>
  shareLevels.run(
    people.coordinator,
    place,
    { id: round, collaborativeId: to.id, elements, visits },
    world
  );

/** What somebody sees of others: area, element and level. */
export async function seen(who: NonNullable<Actor>, place: PartnershipId): Promise<string[]> {
  const { collaboratives } = await given(viewAreas.run(who, place, {}, world));
  return collaboratives.flatMap(({ tables }) =>
    tables.flatMap(({ areas, rows }) =>
      rows.flatMap(({ id, cells }) =>
        cells.flatMap((cell) => {
          const area = areas.find((one) => one.id === cell.area);
          return cell.kind === 'level' && area?.isOwn === false
            ? [`${area.name} ${id} ${cell.level}`]
            : [];
        })
      )
    )
  );
}
