import { field, kind, type RecordOf } from '#modules/records';
import { ofProject } from '../projects/kinds.ts';
import { fieldSentences as say } from '../sentences.ts';
import { notReported } from './citation.ts';

/** What a publication says of somebody's improvement work, in words, and nothing that it does not say. */

const hint = `Leave it empty where it is not said; then it reads “${notReported}”`;
const taken = {
  note: field.text({ label: 'Note', most: 500 }),
  source: field.text({
    label: 'Publication',
    hint: 'Who published it and when, and its address on the web',
    needed: say.publication,
    most: 500
  })
} as const;
const words = {
  changed: 'What the publication says is saved.',
  remove: 'Take out of what was published',
  removal: ''
} as const;

/** A measure as a publication reports it: in words, not as points. */
export const publishedMeasureKind = kind('publishedMeasure', {
  name: 'improvement.published-measure',
  permission: 'improvement:edit',
  title: 'title',
  order: ['createdAt', 'id'],
  words: {
    ...words,
    one: 'measure from a publication',
    add: 'Add a measure from a publication',
    addButton: 'Add the measure',
    added: 'The measure stands among what was published.',
    change: 'Measure as published',
    removed: 'The measure no longer stands here. The history keeps it.'
  },
  fields: {
    projectId: ofProject,
    title: field.line({ label: 'What was measured', needed: say.measureTitle }),
    baseline: field.line({ label: 'Where it began', hint, most: 500 }),
    result: field.line({ label: 'What came of it', hint, most: 500 }),
    ...taken
  }
});
export type PublishedMeasure = RecordOf<typeof publishedMeasureKind>;

/** A test of change as a publication tells it, under the number that the publication gives it. */
export const publishedTestKind = kind('publishedTest', {
  name: 'improvement.published-test',
  permission: 'improvement:edit',
  title: 'tried',
  order: ['number'],
  unique: {
    column: 'number',
    sentence: (number) =>
      `There is a cycle ${String(number)} already. Give another number, or change that one.`
  },
  words: {
    ...words,
    one: 'test of change from a publication',
    add: 'Add a test of change from a publication',
    addButton: 'Add the test of change',
    added: 'The test of change stands among what was published.',
    change: 'Test of change as published',
    removed: 'The test of change no longer stands here. The history keeps it.'
  },
  fields: {
    projectId: ofProject,
    number: field.wholeNumber({
      label: 'Number of the cycle',
      wrong: say.cycleNumber,
      least: 1,
      width: 4
    }),
    tried: field.text({ label: 'What was tried', needed: say.publishedTried, most: 500 }),
    predicted: field.text({ label: 'What was predicted', hint, most: 1000 }),
    result: field.text({ label: 'What came of it', hint, most: 1000 }),
    ...taken
  }
});
export type PublishedTest = RecordOf<typeof publishedTestKind>;

export type PublishedAccount = {
  readonly measures: readonly PublishedMeasure[];
  readonly tests: readonly PublishedTest[];
};
