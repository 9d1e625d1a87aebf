import { listed } from '#core/written-lists';
import type { Actor } from './kinds.ts';
import type { MapMeasures } from './measures.ts';

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']; // prettier-ignore

/** A count in words up to ten, in figures beyond. */
export const countWords = (count: number): string => numbers[count] ?? String(count);

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** "A", "A and B", "A, B and C"; of more than `most` the first and how many others. */
export function listWords(names: readonly string[], most = 6): string {
  const shown = names.length > most ? names.slice(0, most - 1) : names;
  const rest = names.length - shown.length;
  return listed(rest === 0 ? shown : [...shown, `${countWords(rest)} others`]);
}

const namesOf = (some: readonly { readonly name: string }[], most?: number): string =>
  listWords(
    some.map(({ name }) => name),
    most
  );

/** A share as a whole percentage; what rounds to nothing and is something says so. */
export function shareWords(share: number): string {
  const percent = Math.round(share * 100);
  return share > 0 && percent === 0 ? 'less than 1%' : `${percent}%`;
}

/**
 * What the measures of a map say, each a sentence that is true of this map alone. Nothing is said of what cannot be: a map without
 * links has no middle.
 *
 * @example
 * // Three in a row, a–b–c:
 * // "One actor holds the map together."
 * // "Without b, what is linked with it falls into two: a, and c."
 */
export function measureSentences(measures: MapMeasures): readonly string[] {
  const { actorCount, pairCount, pieces, unlinked, holding, mostSteps } = measures;
  if (actorCount === 0) return [];
  if (pairCount === 0)
    return ['No link is drawn yet, so nothing can be said of who is between whom.'];
  const linked = pieces.filter((piece) => piece.length > 1);
  const said = [
    `${capital(countWords(actorCount))} ${actorCount === 1 ? 'actor' : 'actors'}, of which ${countWords(pairCount)} ${pairCount === 1 ? 'pair is' : 'pairs are'} linked.`
  ];
  if (linked.length > 1) {
    said.push(
      `What is linked is in ${countWords(linked.length)} pieces with no link between them; the largest has ${countWords(linked[0]?.length ?? 0)} actors.`
    );
  }
  if (unlinked.length > 0) {
    said.push(
      `${capital(countWords(unlinked.length))} ${unlinked.length === 1 ? 'actor has' : 'actors have'} no link: ${namesOf(unlinked)}.`
    );
  }
  if (holding.length === 0) {
    said.push(
      'No single actor holds the map together: whoever is taken away, the others stay linked as they are.'
    );
  } else {
    said.push(
      `${capital(countWords(holding.length))} ${holding.length === 1 ? 'actor holds' : 'actors hold'} the map together:`
    );
    for (const { actor, pieces: left } of holding.slice(0, 5)) {
      said.push(
        `Without ${actor.name}, what is linked with it falls into ${countWords(left.length)}: ${left
          .map((piece) => namesOf(piece, 3))
          .join('; ')}.`
      );
    }
    if (holding.length > 5) {
      said.push(
        `The others that hold it together: ${namesOf(holding.slice(5).map(({ actor }) => actor))}.`
      );
    }
  }
  const most = Math.max(...measures.actors.map(({ between }) => between));
  if (most > 0) {
    const first = measures.actors.filter(({ between }) => most - between < 1e-9);
    said.push(
      `Of all pairs of others, most have their shortest way through ${namesOf(first.map(({ actor }) => actor))}: ${shareWords(most)}${first.length > 1 ? ' through each' : ''}.`
    );
  }
  const core = Math.max(...measures.actors.map((one) => one.core));
  const closest = measures.actors.filter((one) => one.core === core);
  if (core > 1 && closest.length < actorCount) {
    said.push(
      `Linked most closely with one another: ${namesOf(closest.map(({ actor }) => actor))}. Each has a link with ${countWords(core)} or more of these.`
    );
  }
  if (mostSteps > 1) {
    said.push(
      `No two that are linked at all are more than ${countWords(mostSteps)} steps from one another.`
    );
  }
  return said;
}

type Standing = Pick<Actor, 'name' | 'ring' | 'engagement' | 'representedBy' | 'dots'>;

/** What engagement and representation say of those in the two inner rings, and of those with dots. */
export function engagementSentences(actors: readonly Standing[]): readonly string[] {
  const near = actors.filter(({ ring }) => ring <= 2);
  const said: string[] = [];
  const few = near.filter(({ engagement }) => engagement === 'weak' || engagement === 'none');
  if (few.length > 0) {
    said.push(
      `${capital(countWords(few.length))} of the ${countWords(near.length)} in the two inner rings ${few.length === 1 ? 'is' : 'are'} engaged weakly or not at all: ${namesOf(few)}.`
    );
  }
  const unknown = near.filter(({ engagement }) => engagement === null);
  if (unknown.length > 0) {
    said.push(
      `Of ${countWords(unknown.length)} in the two inner rings nobody has said how far ${unknown.length === 1 ? 'it is' : 'they are'} engaged: ${namesOf(unknown)}.`
    );
  }
  const alone = near.filter(({ representedBy }) => representedBy.length === 0);
  if (alone.length > 0) {
    said.push(
      `With ${countWords(alone.length)} of the ${countWords(near.length)} in the two inner rings no member of the partnership has a relationship that is noted: ${namesOf(alone)}.`
    );
  }
  return said;
}
