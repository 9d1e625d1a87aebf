import type { HiddenReason } from '#modules/disclosure';

const nearlyAll = 'Hidden: the same, or nearly, for everyone in the group';
const another = 'Hidden: protects another number';

/**
 * Why a value of the partnership's own is not shown. Nobody and everybody read like all but a few: to tell them apart would say
 * what is hidden.
 */
export const hiddenWords: Readonly<Record<HiddenReason, string>> = {
  'small-number': 'Hidden: a small number',
  'small-group': 'Hidden: a small group',
  'small-remainder': nearlyAll,
  'whole-group': nearlyAll,
  'protects-another': another,
  difference: another,
  'one-setting': 'Hidden: a single setting',
  'not-collected': 'Not collected',
  'not-applicable': 'Not applicable'
};
