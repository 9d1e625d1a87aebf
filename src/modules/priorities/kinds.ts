import { field, kind, type RecordOf } from '#modules/records';
import { fieldSentences as say } from './sentences.ts';

const ages = field.ages({ label: 'Ages you have in mind' });
const whyThisOutcome = { label: 'Why this outcome', needed: say.reason, rows: 4 };

/** An outcome the partnership works towards, and the ages it has in mind. */
export const chosenOutcomeKind = kind('priorityOutcome', {
  name: 'priorities.outcome',
  permission: 'priorities:edit',
  title: 'outcome',
  words: {
    one: 'outcome',
    add: 'Choose an outcome',
    addButton: 'Choose this outcome',
    added: 'The outcome is chosen.',
    change: 'Change this outcome',
    changed: 'The outcome is saved.',
    remove: 'Let go of this outcome',
    removal: 'It will no longer be among your priorities. Its history stays.',
    removed: 'The outcome is no longer among your priorities.'
  },
  unique: { column: 'outcome', sentence: say.chosen },
  fields: {
    outcome: field.neededOutcome({ label: 'Outcome', needed: say.outcome }),
    ages,
    reason: field.text({
      ...whyThisOutcome,
      hint: 'What you saw in the evidence and in local need'
    })
  }
});
export type ChosenOutcome = RecordOf<typeof chosenOutcomeKind>;

/** Why an outcome was chosen, and for which ages: what may be changed of a choice. */
export const outcomeReasonKind = kind('priorityOutcome', {
  name: 'priorities.outcome',
  permission: 'priorities:edit',
  title: 'outcome',
  words: chosenOutcomeKind.words,
  fields: { ages, reason: field.text(whyThisOutcome) }
});

const forOutcomes = field.outcomes({ label: 'For which outcomes' });
const whyThisFactor = { label: 'Why this factor', needed: say.reason, rows: 4 };

/** A factor the partnership chose to change, and for which outcomes. */
export const chosenFactorKind = kind('priority', {
  name: 'priorities.factor',
  permission: 'priorities:edit',
  title: 'factor',
  order: ['chosenAt', 'factor'],
  words: {
    one: 'factor',
    add: 'Choose a factor',
    addButton: 'Choose this factor',
    added: 'The factor is chosen. Next: decide what kind of action it calls for.',
    change: 'Change this choice',
    changed: 'The priority is saved.',
    remove: 'Let go of this factor',
    removal: 'It and its decisions will no longer be among your priorities. Their history stays.',
    removed: 'The factor is no longer among your priorities.'
  },
  unique: { column: 'factor', sentence: say.chosen },
  fields: {
    factor: field.neededFactor({ label: 'Factor', needed: say.factor }),
    outcomes: forOutcomes,
    reason: field.text({
      ...whyThisFactor,
      hint: 'What you saw in the evidence, in local need and in what families say'
    })
  }
});

/** Why a factor was chosen, and for which outcomes: what may be changed of a choice. */
export const factorReasonKind = kind('priority', {
  name: 'priorities.factor',
  permission: 'priorities:edit',
  title: 'factor',
  words: chosenFactorKind.words,
  fields: { outcomes: forOutcomes, reason: field.text(whyThisFactor) }
});
