import { geoJsonSentence } from '#core/geojson-in';
import { dateSentence, shortened } from '#core/written-dates';
import { kindNames, providerNames, settingKind } from './kinds.ts';
import type { OutlineProblem } from './outline.ts';
import type { RowProblem, RowsProblem } from './rows.ts';
import type { ClosesBeforeItOpens, HalfAPoint } from './rules.ts';

const { labels } = settingKind;

export type SettingProblem =
  | HalfAPoint
  | ClosesBeforeItOpens
  | RowsProblem
  | OutlineProblem
  | { readonly kind: 'changed-since-preview' }
  | { readonly kind: 'nothing-to-do' };

/** The field that a problem belongs to, where there is one. */
const fieldOf: { readonly [kind in SettingProblem['kind']]?: string } = {
  'half-a-point': 'latitude',
  'closes-before-it-opens': 'closedOn',
  'not-geojson': 'file',
  'no-outline': 'file',
  'other-coordinates': 'file',
  'out-of-range': 'file',
  'axes-to-tell': 'file',
  'too-many-features': 'file',
  'outline-too-fine': 'file',
  'no-areas': 'file',
  'too-many-areas': 'file',
  'names-to-tell': 'nameProperty',
  'area-twice': 'file',
  'area-without-name': 'file'
};

/** What happened, and what to do now; where there is one, the field that it belongs to. */
export function explainSettingProblem(
  problem: SettingProblem
): string | { field: string; sentence: string } {
  const field = fieldOf[problem.kind];
  const sentence = settingSentence(problem);
  return field === undefined ? sentence : { field, sentence };
}

function settingSentence(problem: SettingProblem): string {
  switch (problem.kind) {
    case 'half-a-point':
      return 'A position needs both numbers. Enter the other one, or leave both empty.';
    case 'closes-before-it-opens':
      return 'It would close before it opened. Change one of the two dates.';
    case 'changed-since-preview':
      return 'Somebody changed the settings after you looked. Look again at what would change.';
    case 'nothing-to-do':
      return 'Everything in this file is here already. Nothing was changed.';
    case 'nothing-to-read':
      return 'There is no row to read. Give a row of headings and at least one setting.';
    case 'too-many-rows':
      return `There are ${problem.rows} rows; at most ${problem.most} can be read at once. Send them in parts.`;
    case 'wrong-headings':
      return `The first row needs the heading Name. We found: ${problem.given.map((one) => `“${shortened(one)}”`).join(', ') || 'nothing'}. Use our template, or change the headings.`;
    case 'heading-twice':
      return `The heading “${shortened(problem.heading)}” stands twice. Leave one of the two columns.`;
    case 'bad-rows':
      return `${problem.problems.length === 1 ? 'One row' : `${problem.problems.length} rows`} cannot be read, so nothing was saved. Mend the file and look again.`;
    case 'not-geojson':
    case 'other-coordinates':
    case 'out-of-range':
    case 'axes-to-tell':
    case 'too-many-features':
      return geoJsonSentence(problem);
    case 'no-outline':
      return 'We found no boundary in this file that is yours. Give a file with one boundary, or one that names yours by its area code or its name.';
    case 'outline-too-fine':
      return `The boundary has ${problem.points.toLocaleString('en-GB')} points; at most ${problem.most.toLocaleString('en-GB')} can be drawn. Take a generalised boundary (such as “ultra generalised”).`;
    case 'no-areas':
      return 'There is no boundary of an area in this file. Points and lines are no areas.';
    case 'too-many-areas':
      return `There are ${problem.areas.toLocaleString('en-GB')} areas in this file; at most ${problem.most} can be drawn. Leave in it those of your place.`;
    case 'names-to-tell':
      return `Say which property holds the names of the areas, each another: ${problem.properties.slice(0, 20).join(', ') || 'there is none in this file'}.`;
    case 'area-twice':
      return `Two areas are called “${shortened(problem.name)}”. Give each a name of its own, or say which property holds the names.`;
    case 'area-without-name':
      return `Area ${problem.feature} of this file has no name. Give it one, or say which property holds the names.`;
  }
}

/** One wrong row: where, what, and what to do. */
export function rowSentence(problem: RowProblem): string {
  return `Row ${problem.row}: ${rowWords(problem)}`;
}

function rowWords(problem: RowProblem): string {
  switch (problem.kind) {
    case 'formula':
      return `“${shortened(problem.given)}” is a formula. Copy the cells as values and try again.`;
    case 'name-missing':
      return 'the name is missing.';
    case 'too-long':
      return `${labels[problem.field]} is longer than ${problem.most} characters. Shorten it.`;
    case 'unknown-kind':
      return `“${shortened(problem.given)}” is not a kind of setting. Use one of: ${Object.values(kindNames).join(', ')}.`;
    case 'unknown-provider':
      return `“${shortened(problem.given)}” is not a kind of provider. Use one of: ${Object.values(providerNames).join(', ')}.`;
    case 'not-whole':
      return `${labels[problem.field]}, “${shortened(problem.given)}”, is not a whole number.`;
    case 'not-degrees':
      return `${labels[problem.field]}, “${shortened(problem.given)}”, is not a number of degrees.`;
    case 'half-a-point':
      return 'a position needs both latitude and longitude.';
    case 'closes-before-it-opens':
      return 'it would close before it opened.';
    case 'several-called':
      return `several settings are called “${shortened(problem.name)}”. Give their IDs in a column ID.`;
    case 'row-twice':
      return `“${shortened(problem.name)}” stands in row ${problem.first} already.`;
    case 'kind-missing':
      return 'the kind is missing, which a new setting needs.';
    default:
      return dateSentence(problem, labels[problem.field]);
  }
}

/** How many settings, in words. */
export function settingsCounted(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'setting' : 'settings'}`;
}
