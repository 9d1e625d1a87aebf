import { field, kind, neverRemoved, type RecordOf } from '#modules/records';
import { workshopFieldSentences as say } from './workshop-sentences.ts';

/** A workshop in which a group finds its stakeholders and places them in rings. */
export const workshopKind = kind('ringWorkshop', {
  name: 'actors.workshop',
  permission: 'rings:facilitate',
  title: 'title',
  order: [{ latest: 'heldOn' }, { words: 'title' }],
  words: {
    one: 'workshop',
    add: 'Begin a workshop of rings',
    addButton: 'Begin the workshop',
    added: 'The workshop has begun. Next: let people come in.',
    change: 'Change this workshop',
    changed: 'The workshop is saved.',
    ...neverRemoved
  },
  fields: {
    title: field.line({
      label: 'Title',
      hint: 'Such as “Spring 2027”',
      needed: say.title,
      most: 120
    }),
    focus: field.line({
      label: 'What stands in the middle',
      hint: 'What the work is for, in a few words',
      needed: say.focus,
      most: 200
    }),
    heldOn: field.neededDay({ label: 'Day of the workshop', needed: say.heldOn }),
    minutesAlone: field.number({
      label: 'Minutes for each list',
      hint: 'The clock only reminds; nothing is closed by it. Empty for no clock',
      wrong: say.minutes,
      least: 1,
      most: 60,
      isWhole: true
    }),
    dotsEach: field.wholeNumber({
      label: 'Dots for each person',
      wrong: say.dots,
      least: 1,
      most: 20,
      otherwise: 5
    })
  }
});
export type RingWorkshop = RecordOf<typeof workshopKind>;
