/**
 * The methods: how details are settled where the tools of the field differ. `cairn` is our own
 * choice; the others repeat a reference implementation, quirks included, so that a figure can be
 * compared digit by digit. Reasons: docs/methods/compatibility.md.
 */
import type { MethodId } from '../types.ts';
import type { LimitSettings } from './limits.ts';

const own: LimitSettings = {
  centre: NaN,
  screening: true,
  rangesOf: 'deviations',
  limitFactor: 'exact',
  withoutRanges: 'at-centre',
  iPrimeSpread: 'baseline',
  tCentre: 'of-values',
  tNearBelowZero: 'zero',
  undefinedFloor: 'undefined',
  emptySubgroups: 'left-out',
  floorAtZero: false,
  primeSpread: 'ranges',
  hasDenominators: false,
  innerLines: false
};

export const limitSettings: { readonly [id in MethodId]: LimitSettings } = {
  cairn: own,
  qicharts2: {
    ...own,
    withoutRanges: 'undefined',
    iPrimeSpread: 'all-points',
    tCentre: 'of-roots',
    tNearBelowZero: 'undefined',
    undefinedFloor: 'zero',
    emptySubgroups: 'minus-one'
  },
  'plot-the-dots': {
    ...own,
    rangesOf: 'values',
    limitFactor: 'rounded',
    withoutRanges: 'undefined'
  }
};
