import { field, kind, type RecordOf } from '#modules/records';
import { verdictNames } from './sentences.ts';
import { verdicts, type ProgrammeId } from './types.ts';

const say = {
  lookedOn: 'Enter the day on which you looked',
  verdict: 'Choose an answer. “Cannot tell yet” is one'
} as const;

const verdict = (question: string, hint: string) =>
  field.oneOf({
    label: question,
    hint,
    options: verdicts,
    names: verdictNames,
    needed: say.verdict,
    inline: true
  });
const reason = (label: string) => field.text({ label, most: 2000 });

/**
 * What a partnership makes of a programme after some cycles: whether it is acceptable, feasible and moves outcomes, what stands in the
 * way, and what will be changed. Earlier looks stay, so that it can be seen whether a change helped.
 */
export const lookKind = kind('programmeLook', {
  name: 'reach.look',
  permission: 'reach:record',
  title: 'lookedOn',
  order: [{ latest: 'lookedOn' }, 'id'],
  words: {
    one: 'look',
    add: 'Look at how it goes',
    addButton: 'Save',
    added: 'It is saved. Next: make the change, and look again.',
    change: 'Change what was said',
    changed: 'It is saved.',
    remove: 'Remove this',
    removal: 'Its history stays.',
    removed: 'It is removed.'
  },
  fields: {
    programmeId: field.partOf<ProgrammeId>({
      label: 'Programme',
      of: { table: 'programme', title: 'title' }
    }),
    lookedOn: field.neededDay({ label: 'Looked on', what: 'The day', needed: say.lookedOn }),
    who: field.line({ label: 'Who looked (roles)', hint: 'Families among them?' }),
    acceptable: verdict(
      'Is it acceptable?',
      'To families, to those who deliver it, to those who pay for it'
    ),
    acceptableWhy: reason('What they say of it'),
    feasible: verdict('Is it feasible?', 'To deliver as it was meant, and to pay for'),
    feasibleWhy: reason('What makes it feasible or not'),
    movesOutcomes: verdict(
      'Does it move outcomes?',
      'A difference between two cycles may be chance: the chart says'
    ),
    movesOutcomesWhy: reason('What you take this from'),
    barriers: field.text({
      label: 'What stands in the way',
      hint: 'What was found in delivering it, and who could remove it. Roles, not names',
      most: 2000,
      rows: 3
    }),
    changes: field.text({
      label: 'What will be changed',
      hint: 'Of the programme, or of what is around it. Small enough to test first',
      most: 2000,
      rows: 3
    })
  }
});
export type ProgrammeLook = RecordOf<typeof lookKind>;
