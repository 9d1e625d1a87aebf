import { field, kind, type RecordOf } from '#modules/records';
import {
  actHints,
  actNames,
  choiceAnswerNames,
  choiceQuestionNames,
  fieldSentences as say,
  longListHints,
  longListNames
} from './sentences.ts';
import { choiceAnswers, longListStandings, waysToAct, type ChoiceQuestion } from './types.ts';

const ages = field.ages({
  label: 'Ages you have in mind',
  hint: 'At which age it causes concern here',
  needed: say.ages
});
const foundations = field.outcomes({
  label: 'By way of which foundation',
  hint: 'Where you hope to reach it through children’s feelings and friendships, or their health'
});
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
    foundations,
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
  fields: { ages, foundations, reason: field.text(whyThisOutcome) }
});

const forOutcomes = field.outcomes({ label: 'For which outcomes' });
const asked = (question: ChoiceQuestion) =>
  field.oneOfOrNone({
    label: choiceQuestionNames[question],
    options: choiceAnswers,
    names: choiceAnswerNames,
    inline: true
  });
const howItActs = {
  acts: field.oneOfOrNone({
    label: 'How does it act on the outcome?',
    options: waysToAct,
    names: actNames,
    hints: actHints
  }),
  serves: field.factors({
    label: 'Through which factors',
    hint: 'Of those you chose, where it acts through another'
  }),
  followsEvidence: asked('followsEvidence'),
  mattersHere: asked('mattersHere'),
  withinReach: asked('withinReach')
};
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
    }),
    ...howItActs
  }
});

/** Why a factor was chosen, and for which outcomes: what may be changed of a choice. */
export const factorReasonKind = kind('priority', {
  name: 'priorities.factor',
  permission: 'priorities:edit',
  title: 'factor',
  words: chosenFactorKind.words,
  fields: { outcomes: forOutcomes, reason: field.text(whyThisFactor), ...howItActs }
});

/** A factor that was looked at and not chosen, with the reason. */
export const consideredKind = kind('consideredFactor', {
  name: 'priorities.considered',
  permission: 'priorities:edit',
  title: 'factor',
  words: {
    one: 'factor',
    add: 'Put a factor on the long list',
    addButton: 'Keep it with this reason',
    added: 'The factor is on the long list.',
    change: 'Change where it stands',
    changed: 'It is kept where it stands, and why.',
    remove: 'Take it off this list',
    removal: 'It will no longer stand on the long list. Its history stays.',
    removed: 'The factor is no longer on the long list.'
  },
  unique: { column: 'factor', sentence: say.considered },
  fields: {
    factor: field.neededFactor({ label: 'Factor', needed: say.factor }),
    standing: field.oneOf({
      label: 'Where it stands',
      options: longListStandings,
      names: longListNames,
      hints: longListHints,
      needed: say.standing
    }),
    reason: field.text({
      label: 'Why it stands there',
      hint: 'What you looked at, and what speaks for it or against it',
      needed: say.reason,
      rows: 4
    }),
    consideredOn: field.day({ label: 'Considered on' }),
    lookAgainOn: field.day({
      label: 'Look at it again on',
      hint: 'Where something may change your mind'
    })
  }
});
export type ConsideredFactor = RecordOf<typeof consideredKind>;
