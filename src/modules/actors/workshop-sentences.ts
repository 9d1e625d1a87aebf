import { mostItems, mostNotes, mostPeople } from './types.ts';

export const workshopFieldSentences = {
  title: 'Enter a title',
  focus: 'Enter what stands in the middle',
  heldOn: 'Enter the day of the workshop',
  minutes: 'Enter whole minutes from 1 to 60, or leave it empty for no clock',
  dots: 'Enter a whole number from 1 to 20',
  names: 'Write at least one, one a line',
  nameTooLong: 'Keep each to 120 letters',
  reason: 'Enter why it is taken off',
  ring: 'Choose a ring',
  into: 'Choose with which it is the same',
  kind: 'Choose the kind',
  leader: 'Choose a lead or a coordinator from the list',
  items: 'Tick at least one',
  called: 'Enter what you want to be called here, such as Parent or Neighbour'
} as const;

/** What commands about workshops refuse besides what every kind refuses. */
export type WorkshopProblem =
  | { readonly kind: 'not-yours-to-lead' }
  | { readonly kind: 'moved-already' }
  | { readonly kind: 'workshop-ended' }
  | { readonly kind: 'not-listed-now' }
  | { readonly kind: 'not-taking-part' }
  | { readonly kind: 'too-many-people' }
  | { readonly kind: 'too-many-notes' }
  | { readonly kind: 'too-many-items' }
  | { readonly kind: 'sheet-stays' }
  | { readonly kind: 'not-placed-now' }
  | { readonly kind: 'unplaced'; readonly names: readonly string[] }
  | { readonly kind: 'nothing-on-the-sheet' }
  | { readonly kind: 'no-dots-now' }
  | { readonly kind: 'no-dots-left'; readonly dots: number }
  | { readonly kind: 'dot-there' }
  | { readonly kind: 'same-item' }
  | { readonly kind: 'leader-no-lead' }
  | { readonly kind: 'not-frozen' }
  | { readonly kind: 'map-full' };

/** The sentence for a problem, and the field it stands beside. */
export function explainWorkshop(
  problem: WorkshopProblem
): string | { field: string; sentence: string } {
  switch (problem.kind) {
    case 'not-yours-to-lead':
      return 'Somebody else leads this workshop. A coordinator can hand it over.';
    case 'moved-already':
      return 'The workshop has moved on already. This is where it stands now.';
    case 'workshop-ended':
      return 'The workshop has ended, so nothing in it changes any more.';
    case 'not-listed-now':
      return 'This kind is not listed now. Nothing was added.';
    case 'not-taking-part':
      return 'Come into the workshop first.';
    case 'too-many-people':
      return `${mostPeople} people are as many as one workshop takes.`;
    case 'too-many-notes':
      return { field: 'names', sentence: `${mostNotes} names are as many as one person lists.` };
    case 'too-many-items':
      return `${mostItems} names are as many as one sheet holds.`;
    case 'sheet-stays':
      return 'The sheet stays as it is in this step of the workshop.';
    case 'not-placed-now':
      return 'Nothing is placed in this step of the workshop.';
    case 'unplaced':
      return `Place these in a ring first, or take them off: ${problem.names.join(', ')}.`;
    case 'nothing-on-the-sheet':
      return 'Nothing is on the sheet, so there is nothing to put dots on.';
    case 'no-dots-now':
      return 'No dots are given in this step. Yours were not changed.';
    case 'no-dots-left':
      return `You have put all your ${problem.dots} dots. Take one back first.`;
    case 'dot-there':
      return 'Your dot is on it already.';
    case 'same-item':
      return { field: 'into', sentence: 'Choose another one' };
    case 'leader-no-lead':
      return { field: 'leaderId', sentence: workshopFieldSentences.leader };
    case 'not-frozen':
      return 'Freeze the rings first.';
    case 'map-full':
      return 'The map of actors has no room for so many. Tick fewer.';
  }
}
