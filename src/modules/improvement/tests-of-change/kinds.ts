import { field, kind } from '#modules/records';
import { optionalNumber } from '#platform/fields';
import * as v from 'valibot';
import {
  beliefNames,
  carriedOutNames,
  decisionNames,
  fieldNames as names,
  improvementNames,
  rampStepHints,
  rampStepNames,
  toldHint
} from '../labels.ts';
import { fieldSentences as say } from '../sentences.ts';
import { carriedOutAnswers, decisions, improvementAnswers, rampSteps } from '../types.ts';

/**
 * The four steps of a test of change, each with the columns that its form asks for. Predictions and their results are rows of a table
 * of their own, so the commands are written by hand.
 */

const about = {
  permission: 'improvement:record',
  title: 'changeTried',
  words: {
    one: 'test of change',
    add: 'Plan a test of change',
    addButton: 'Save the plan',
    added: 'The test is planned.',
    change: 'Change the plan',
    changed: 'The plan is saved.',
    remove: '',
    removal: '',
    removed: ''
  }
} as const;

export const planKind = kind('testOfChange', {
  ...about,
  name: 'improvement.plan',
  fields: {
    changeTried: field.text({ label: names.changeTried, needed: say.changeTried, most: 500 }),
    objective: field.text({ label: names.objective, most: 1000 }),
    rampStep: field.oneOfOr({
      label: 'With how many',
      options: rampSteps,
      names: rampStepNames,
      hints: rampStepHints,
      otherwise: '1',
      needed: say.rampStep
    }),
    sizeWords: field.line({ label: names.sizeWords, most: 200 }),
    who: field.line({ label: names.who }),
    place: field.line({ label: names.place }),
    plannedFor: field.neededDay({
      label: names.plannedFor,
      what: 'The date of the test',
      needed: say.plannedFor
    }),
    tasks: field.text({ label: names.tasks, most: 2000 }),
    dataPlan: field.text({ label: names.dataPlan, most: 2000 }),
    conditions: field.text({ label: names.conditions, most: 500 }),
    staysSame: field.text({ label: names.staysSame, most: 1000 }),
    changesNow: field.text({ label: names.changesNow, most: 1000 })
  }
});

const doing = {
  carriedOut: field.oneOf({
    label: 'Was it carried out?',
    options: carriedOutAnswers,
    names: carriedOutNames,
    needed: say.carriedOut
  }),
  observations: field.text({
    label: names.observations,
    hint: 'What you saw and heard, unexpected things too. Roles, not names.',
    needed: say.observations,
    rows: 4
  }),
  problems: field.text({ label: names.problems, most: 2000 }),
  doneOn: field.neededDay({
    label: names.doneOn,
    what: 'The date it was done',
    needed: say.doneOn
  })
} as const;
export const doingKind = kind('testOfChange', {
  ...about,
  name: 'improvement.doing',
  fields: doing
});

const study = {
  wasImprovement: field.oneOf({
    label: 'Was it an improvement?',
    hint: 'All three answers teach something',
    options: improvementAnswers,
    names: improvementNames,
    needed: say.wasImprovement
  }),
  surprises: field.text({ label: names.surprises, most: 2000 }),
  learnt: field.text({
    label: names.learnt,
    hint: 'In a sentence that helps somebody in another place',
    most: 2000
  })
} as const;
export const studyKind = kind('testOfChange', {
  ...about,
  name: 'improvement.study',
  fields: study
});

const deciding = {
  decision: field.oneOf({
    label: 'What will you do with the change?',
    options: decisions,
    names: decisionNames,
    needed: say.decision
  }),
  nextStep: field.text({
    label: names.nextStep,
    hint: 'The next test begins from these words',
    most: 2000
  }),
  toldAtHome: field.text({ label: names.toldAtHome, hint: toldHint, most: 1000 }),
  degreeOfBelief: field.own(
    v.pipe(
      optionalNumber(say.belief),
      v.check((given) => given === null || [1, 2, 3, 4, 5].includes(given), say.belief)
    ),
    {
      label: 'How sure you are',
      choices: beliefNames.map((name, index) => ({
        value: String(index + 1),
        label: `${index + 1}: ${name}`
      }))
    }
  )
} as const;
export const decisionKind = kind('testOfChange', {
  ...about,
  name: 'improvement.decision',
  fields: deciding
});

/** What happened, what it shows and what comes next, all at once. What it shows says what happened, if nothing else does. */
export const reportKind = kind('testOfChange', {
  ...about,
  name: 'improvement.report',
  fields: {
    ...doing,
    carriedOut: field.oneOfOr({
      label: doing.carriedOut.label,
      options: carriedOutAnswers,
      names: carriedOutNames,
      otherwise: 'as-planned',
      needed: say.carriedOut
    }),
    observations: field.text({
      label: names.observations,
      hint: doing.observations.hint,
      rows: 4
    }),
    ...study,
    ...deciding
  }
});
