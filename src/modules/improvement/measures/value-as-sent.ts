import type { FormValues } from '#core/form-state';
import type { MeasureValue } from '../types.ts';

/** A stored value by the names of the form's fields, for the second of two editors. */
export function valueFields(value: MeasureValue): FormValues {
  const { figure } = value;
  return {
    measuredOn: value.measuredOn,
    value:
      figure.kind === 'value'
        ? String(figure.value)
        : figure.kind === 'missing'
          ? wordsOf(figure.why)
          : '',
    numerator:
      figure.kind === 'ratio'
        ? String(figure.numerator)
        : figure.kind === 'missing'
          ? wordsOf(figure.why)
          : '',
    denominator: figure.kind === 'ratio' ? String(figure.denominator) : '',
    note: value.note,
    status: value.status
  };
}

/** The words that `readFigure` reads back as the same reason. */
function wordsOf(why: string): string {
  return why.replaceAll('-', ' ');
}
