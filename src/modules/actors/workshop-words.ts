import type { ActorStakeholderKind, WorkshopStep } from './types.ts';

/** What a step is called, and what is to be done in it. */
export const stepNames: Readonly<Record<WorkshopStep, string>> = {
  gather: 'People come in',
  primary: 'Everybody lists primary stakeholders alone',
  'primary-shown': 'The primary stakeholders together',
  secondary: 'Everybody lists secondary stakeholders alone',
  'secondary-shown': 'The secondary stakeholders together',
  key: 'Everybody lists key stakeholders alone',
  'key-shown': 'The key stakeholders together',
  place: 'Placing in the rings',
  dots: 'Dots, each alone',
  frozen: 'Frozen',
  stopped: 'Stopped'
};

/** What the button of the facilitator says that leads into a step. */
export const moveOnNames: Readonly<Record<WorkshopStep, string>> = {
  gather: '',
  primary: 'Begin with the primary stakeholders',
  'primary-shown': 'Show the lists to everybody',
  secondary: 'Go on to the secondary stakeholders',
  'secondary-shown': 'Show the lists to everybody',
  key: 'Go on to the key stakeholders',
  'key-shown': 'Show the lists to everybody',
  place: 'Go on to placing',
  dots: 'Go on to the dots',
  frozen: 'Freeze the rings',
  stopped: ''
};

/** What everybody does now. */
export const stepTasks: Readonly<Record<WorkshopStep, string>> = {
  gather: 'Wait until everybody is here.',
  primary:
    'Who uses services here, or is meant to benefit from our work? Write them down by yourself. Nobody sees your list before it is shown.',
  'primary-shown':
    'Compare what you wrote. What is there twice under two names? Who has little to do with it?',
  secondary:
    'Who works with them, is responsible for them, or has work or a life that our work changes? Write them down by yourself.',
  'secondary-shown':
    'Compare what you wrote. What is there twice under two names? Who has little to do with it?',
  key: 'Who has an important part in a body here, or influence in the place: a head teacher, a community leader, the local press? Write them down by yourself, as roles.',
  'key-shown':
    'Compare what you wrote. What is there twice under two names? Who has little to do with it?',
  place:
    'Place them together: the more somebody influences what happens, or is influenced, the nearer to the middle. Then look at all of it once more.',
  dots: 'Put your dots on those whom it matters most to reach, by yourself. Nobody sees where yours are; at the end there are counts.',
  frozen: 'The rings stay as they are.',
  stopped: 'The workshop was stopped. What people listed alone was deleted.'
};

export const kindPlurals: Readonly<Record<ActorStakeholderKind, string>> = {
  primary: 'Primary stakeholders',
  secondary: 'Secondary stakeholders',
  key: 'Key stakeholders'
};

/** When guests are forgotten, said to guests and to whoever leads. */
export const guestsForgotten =
  'Guests are forgotten when the workshop is frozen or stopped: what they called themselves, their own list and their dots are deleted. What they named stays on the sheet without saying who named it.';

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London'
});

/** A moment of today as a clock on the wall shows it: "10:05". */
export const clockWords = (at: Date): string => clock.format(at);

type Item = { readonly name: string; readonly ring: number | null; readonly offReason: string };

/**
 * How a workshop stands, a sentence a line, of which those are read aloud that were not there before: its step, and each thing on its sheet.
 *
 * @example
 * standing('place', [{ name: 'Parents', ring: 1, offReason: '' }]) // ['Placing in the rings.', 'Parents is in ring 1.']
 */
export function standing(step: WorkshopStep, items: readonly Item[]): readonly string[] {
  const ofItems = items.map(({ name, ring, offReason }) => {
    if (offReason !== '') return `${name} is taken off.`;
    return ring === null ? `${name} is on the sheet.` : `${name} is in ring ${ring}.`;
  });
  return [`${stepNames[step]}.`, ...ofItems];
}
