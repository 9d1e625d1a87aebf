import { chartNames } from '#modules/charts';
import { field, kind, type RecordOf } from '#modules/records';
import { optionalChoice } from '#platform/fields';
import * as v from 'valibot';
import {
  directionNames,
  frequencyNames,
  measureKindHints,
  measureKindNames,
  valueFormHints,
  valueFormNames
} from '../labels.ts';
import { ofProject } from '../projects/kinds.ts';
import { fieldSentences as say } from '../sentences.ts';
import { frequencies, measureChartTypes, measureKinds, valueForms } from '../types.ts';
import { usualChart } from './chart-choice.ts';

const line = (label: string, most: number, hint?: string) => field.line({ label, most, hint });
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** What is counted over time: outcomes, then processes, then what may get worse meanwhile. */
export const measureKind = kind('measure', {
  name: 'improvement.measure',
  permission: 'improvement:edit',
  title: 'title',
  order: [{ listed: 'kind', as: measureKinds }, { words: 'title' }],
  words: {
    one: 'measure',
    add: 'Add a measure',
    addButton: 'Add the measure',
    added: 'The measure is there. Next: add its first values.',
    change: 'Change the measure',
    changed: 'The measure is saved.',
    remove: '',
    removal: '',
    removed: ''
  },
  fields: {
    projectId: ofProject,
    title: field.line({
      label: 'What is measured',
      hint: 'Such as “Children who heard a story at home”',
      needed: say.measureTitle,
      most: 200
    }),
    kind: field.oneOf({
      label: 'Kind of measure',
      options: measureKinds,
      names: measureKindNames,
      hints: measureKindHints,
      needed: say.kind
    }),
    valueForm: field.oneOf({
      label: 'What one entry holds',
      options: valueForms,
      names: valueFormNames,
      hints: valueFormHints,
      needed: say.valueForm
    }),
    direction: field.oneOf({
      label: 'Which way is better',
      options: ['increase', 'decrease', 'neutral'],
      names: directionNames,
      needed: say.direction,
      inline: true
    }),
    frequency: field.oneOfOr({
      label: 'How often',
      hint: 'Weekly values show a change months sooner than quarterly ones',
      options: frequencies,
      names: frequencyNames,
      otherwise: 'monthly',
      needed: say.frequency,
      as: 'select'
    }),
    // In the units of the chart.
    goal: field.number({
      label: 'Goal',
      hint: 'In the units of the chart; for a share in per cent',
      wrong: say.goal
    }),
    operationalDefinition: field.text({
      label: 'Exactly what is counted',
      hint: 'So that two people would count the same',
      most: 2000,
      rows: 3
    }),
    numeratorWords: line('Numerator', 300, 'For a share or a rate: what is counted above the line'),
    denominatorWords: line('Denominator', 300, 'Of how many, or of how much opportunity'),
    collectorRole: field.line({ label: 'Who collects it (a role)', most: 200, width: 20 }),
    exclusions: line('Who or what is left out', 500),
    boundaryId: field.recordOrNone({
      label: 'Population',
      hint: 'The boundary within which it is measured, where it is one of yours',
      of: { table: 'boundary', title: 'title' },
      placeholder: 'Not said by a boundary'
    }),
    source: line('Source', 500, 'Such as “daily question at drop-off”'),
    sample: line('Sample', 500, 'Everyone, or which ones'),
    unit: field.line({
      label: 'Unit',
      hint: 'As read after a number, such as “minutes”. A share is in %.',
      most: 40,
      width: 10
    }),
    ratePer: field.wholeNumber({
      label: 'A rate is shown per',
      hint: 'Such as 100 or 1,000',
      wrong: say.ratePer,
      least: 1,
      most: 1_000_000,
      otherwise: 1
    }),
    // Left empty, Cairn chooses.
    chartType: field.own(
      v.pipe(
        optionalChoice(measureChartTypes, say.chartType),
        v.transform((chosen) => chosen ?? usualChart)
      ),
      {
        label: 'Chart',
        hint: 'Left open, Cairn draws a run chart, which is never wrong',
        choices: measureChartTypes.map((value) => ({ value, label: capital(chartNames[value]) }))
      }
    ),
    chartReason: line(
      'Why this chart',
      500,
      'When you choose another than Cairn would: the reason stands beside the chart'
    )
  }
});
export type Measure = RecordOf<typeof measureKind>;

/** Up to which day the values make the baseline: a part of a measure, asked for by a form of its own. */
export const baselineKind = kind('measure', {
  name: 'improvement.baseline',
  permission: 'improvement:edit',
  title: 'title',
  words: { ...measureKind.words, one: 'baseline', changed: 'The baseline is saved.' },
  fields: {
    frozenThrough: field.day({
      label: 'The baseline ends with the value of',
      what: 'The date on which the baseline ends',
      hint: 'Leave it empty to let all values make the baseline'
    }),
    frozenReason: line('Why the baseline ends there', 500)
  }
});
