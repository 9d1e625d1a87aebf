import { hiddenWords, ruleSentence, type Sight } from '#modules/disclosure';
import { areaName } from '../figures/areas.ts';
import type { FigureRow, FigureTable } from '../figures/table.ts';
import { inOrder } from '../figures/trend.ts';
import type { Indicator } from '../kinds.ts';
import { isQualified, statusNames } from '../labels.ts';
import type { Group, IndicatorValue, OwnValues, SmallArea } from '../types.ts';
import { type SafeOwnValue, safeOwnValues } from './protection.ts';

/** How many figures are hidden and how the others were made safe, in words to stand beside them. */
export function protectionSentence(safe: readonly SafeOwnValue[], sight: Sight): string {
  const known = safe.filter((each) => each.source.value !== null).length;
  const hidden = safe.filter((each) => each.hidden !== null).length;
  const others = safe.filter((each) => each.hidden === 'protects-another').length;
  const count =
    hidden === 0
      ? 'No figure is hidden.'
      : `${hidden} of ${known} figures ${hidden === 1 ? 'is' : 'are'} hidden${others === 0 ? '' : `, ${others} of them so that others cannot be worked out`}.`;
  return sight.kind === 'as-recorded' ? count : `${count} ${ruleSentence(sight.rule)}`;
}

/**
 * A partnership's own values as they may leave it, oldest first. `only` chooses which are listed; what is hidden is decided
 * over all of them.
 */
export function ownValuesTable(
  values: OwnValues,
  indicator: Pick<Indicator, 'unit' | 'decimals' | 'breakdowns'>,
  sight: Sight,
  areas: readonly SmallArea[] = [],
  only: (value: IndicatorValue) => boolean = () => true
): FigureTable & { readonly says: string } {
  const safe = safeOwnValues({ ...values, now: inOrder(values.now) }, indicator, sight).filter(
    (each) => only(each.source)
  );
  const titles = new Map(indicator.breakdowns.map((group: Group) => [group.id, group.title]));
  const rows = safe.map((each): FigureRow => {
    const { source } = each;
    const group =
      source.breakdown === 'all' ? '' : (titles.get(source.breakdown) ?? source.breakdown);
    const about = [group, areaName(source.area, areas)].filter((part) => part !== '');
    return {
      name: [source.period, ...about].join(', '),
      values: [each.value, each.numerator, each.denominator],
      note: noteOf(each, indicator)
    };
  });
  const headings = ['Period', 'Value', 'Numerator', 'Denominator', 'Note'];
  return {
    headings,
    kinds: ['figure', 'whole', 'whole'],
    rows,
    says: protectionSentence(safe, sight)
  };
}

function noteOf(each: SafeOwnValue, { unit }: Pick<Indicator, 'unit'>): string {
  const { status, value } = each.source;
  if (value === null) return statusNames[status];
  const rounded = each.isRounded ? (unit === 'count' ? 'Rounded' : 'From rounded counts') : '';
  const notes = [
    each.hidden === null ? rounded : hiddenWords[each.hidden],
    isQualified(status) ? statusNames[status] : ''
  ];
  return notes.filter((note) => note !== '').join('. ');
}
