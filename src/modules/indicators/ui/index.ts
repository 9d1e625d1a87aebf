/** Components of indicators: the fields of their forms. */
export { default as ComparatorGroupFields } from './ComparatorGroupFields.svelte';
export { default as IndicatorFields } from './IndicatorFields.svelte';
export { default as ValueFields } from './ValueFields.svelte';
