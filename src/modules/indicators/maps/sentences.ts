import { hiddenWords } from '#modules/disclosure';
import { periodWords } from '../figures/periods.ts';
import { figureText } from '../figures/rounding.ts';
import { isQualified, statusNames } from '../labels.ts';
import type { Measure } from '../types.ts';
import type { Classing, MapClass } from './classes.ts';
import { classNumber, extentName, isHidden, type MapArea, type MapView } from './view.ts';

export const classingNames: Readonly<Record<Classing, string>> = {
  'equal-numbers': 'Equal numbers of areas',
  'equal-widths': 'Equal widths'
};

/** How the classes were made, to stand under a legend. */
export const classingSentences: Readonly<Record<Classing, string>> = {
  'equal-numbers':
    'Each class has about the same number of areas (quantiles). Areas in different classes may differ by very little: the figures are in the table.',
  'equal-widths':
    'The span from the least to the greatest figure is cut into parts of equal width; a part may have no area in it.'
};

/** "45.6% to 62.1%", as both ends are figures that areas have; "62.1% to less than 68.0%" where they are bounds. */
export function classRange(
  classes: readonly MapClass[],
  index: number,
  classing: Classing,
  measure: Pick<Measure, 'unit' | 'decimals'>
): string {
  const each = classes[index];
  if (each === undefined) return '';
  const figure = (value: number) => figureText(value, measure.unit, measure.decimals);
  if (figure(each.from) === figure(each.to)) return figure(each.from);
  const isOpen = classing === 'equal-widths' && index < classes.length - 1;
  return `${figure(each.from)} to ${isOpen ? 'less than ' : ''}${figure(each.to)}`;
}

/** What a map shows, in a sentence or three. */
export function mapSentence(view: MapView): string {
  const { measure, areas } = view;
  const figure = (value: number) => figureText(value, measure.unit, measure.decimals);
  const known = areas.filter((area) => area.value !== null);
  const values = known.map((area) => area.value ?? 0);
  const [first] = known;
  const hidden = areas.filter(isHidden).length;
  if (first === undefined)
    return `None of the areas has a figure that may be shown for ${periodWords(view.period, measure.periodKind)}.`;
  const least = known.reduce((best, area) => ((area.value ?? 0) < (best.value ?? 0) ? area : best));
  const most = known.reduce((best, area) => ((area.value ?? 0) > (best.value ?? 0) ? area : best));
  const where = extentName(view.extent, view);
  const missing = areas.length - known.length - hidden;
  const concealed = hidden === 0 ? '' : hidden === 1 ? ' One is hidden.' : ` ${hidden} are hidden.`;
  const without = missing === 0 ? '' : missing === 1 ? ' One has none.' : ` ${missing} have none.`;
  const range = `${where}, ${periodWords(view.period, measure.periodKind)}: ${values.length} areas have a figure, from ${figure(least.value ?? 0)} in ${least.name} to ${figure(most.value ?? 0)} in ${most.name}.${concealed}${without}`;
  const own = areas
    .filter((area) => area.isHere && area.value !== null)
    .map((area) => {
      const number = classNumber(area, view.classes);
      return `${area.name} is at ${figure(area.value ?? 0)}, in class ${number} of ${view.classes.length}.`;
    });
  return [range, ...own].join(' ');
}

/** Why an area has no figure of its own, or that it may change; empty where there is nothing to say. */
export function areaNote(area: MapArea, measure: Pick<Measure, 'unit' | 'decimals'>): string {
  if (area.counted !== null) {
    const figure = figureText(area.counted.value, measure.unit, measure.decimals);
    return `Counted as part of ${area.counted.name} then: ${figure}`;
  }
  if (area.hidden !== null) return hiddenWords[area.hidden];
  if (area.value === null || isQualified(area.status)) return statusNames[area.status];
  return '';
}
