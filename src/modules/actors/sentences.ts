import { mostActors, mostLinks, mostSectors } from './types.ts';

/** What is said beside fields that are empty or wrong. */
export const fieldSentences = {
  focus: 'Enter what the map is about',
  sector: 'Enter what the sector is called',
  name: 'Enter who it is',
  version: 'Say what the kept map is called',
  ring: 'Choose a ring',
  from: 'Choose the actor at which the link begins',
  to: 'Choose the actor to which it leads',
  strength: 'Choose how strong the link is',
  direction: 'Choose its direction',
  reason: 'Enter why it is taken off',
  move: 'Choose where it moves',
  file: 'Choose a file of Kumu, as JSON'
} as const;

/** What commands about actors refuse besides what every kind refuses. */
export type OwnProblem =
  | { readonly kind: 'map-there' }
  | { readonly kind: 'too-many-sectors' }
  | { readonly kind: 'too-many-actors' }
  | { readonly kind: 'too-many-links' }
  | { readonly kind: 'circle'; readonly names: readonly string[] }
  | { readonly kind: 'link-to-itself' }
  | { readonly kind: 'link-there' }
  | { readonly kind: 'taken-off-already' }
  | { readonly kind: 'on-the-map' }
  | { readonly kind: 'no-sector-to-move-to' }
  | { readonly kind: 'at-the-edge'; readonly move: 'nearer' | 'further' };

/** The sentence for a problem, and the field it stands beside. */
export function explainOwn(problem: OwnProblem): string | { field: string; sentence: string } {
  switch (problem.kind) {
    case 'map-there':
      return 'What the map is about was said already. Change that instead.';
    case 'too-many-sectors':
      return {
        field: 'name',
        sentence: `A map has ${mostSectors} sectors at most. Change or remove one first.`
      };
    case 'too-many-actors':
      return {
        field: 'name',
        sentence: `A map holds ${mostActors.toLocaleString('en-GB')} actors at most. Take some out first.`
      };
    case 'too-many-links':
      return `A map holds ${mostLinks.toLocaleString('en-GB')} links at most. Remove some first.`;
    case 'circle':
      return {
        field: 'partOfId',
        sentence: `This would make a circle, in which each is part of the next: ${problem.names.join(', then ')}`
      };
    case 'link-to-itself':
      return { field: 'toId', sentence: 'Choose another actor: this is where the link begins' };
    case 'link-there':
      return {
        field: 'toId',
        sentence: 'There is a link of this type between these two. Change that one instead.'
      };
    case 'taken-off-already':
      return 'It was taken off the map already.';
    case 'on-the-map':
      return 'It is on the map.';
    case 'no-sector-to-move-to':
      return 'There is no other sector to move it to. Add one first.';
    case 'at-the-edge':
      return problem.move === 'nearer'
        ? 'It is nearest the middle already.'
        : 'It is in the outermost ring already.';
  }
}
