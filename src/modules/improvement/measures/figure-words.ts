import { missingNames } from '../labels.ts';
import { unitOf } from './measure-chart.ts';
import type { Measure } from './kinds.ts';
import type { Figure } from '../types.ts';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

/** One entry as it was counted: "14 of 20", "12 minutes", "Not collected". */
export function figureWords(
  measure: Pick<Measure, 'valueForm' | 'unit' | 'ratePer'>,
  figure: Figure
): string {
  switch (figure.kind) {
    case 'missing':
      return missingNames[figure.why];
    case 'ratio':
      return `${whole.format(figure.numerator)} of ${whole.format(figure.denominator)}`;
    case 'value': {
      const unit = unitOf(measure);
      const number = whole.format(figure.value).replace('-', '−');
      return unit === '' ? number : unit === '%' ? `${number}%` : `${number} ${unit}`;
    }
  }
}
