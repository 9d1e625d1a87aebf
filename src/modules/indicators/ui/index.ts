/** Components of indicators: the fields of their forms. */
export { default as AreaBoxes } from './AreaBoxes.svelte';
export { default as IndicatorFields } from './IndicatorFields.svelte';
export { default as ValueFields } from './ValueFields.svelte';
