/** Components of improvement: fields, tags, the ramp, the pictures of a chart. */
export { default as ActFields } from './ActFields.svelte';
export { default as ChartPictures } from './ChartPictures.svelte';
export { default as DoFields } from './DoFields.svelte';
export { default as MeasureFields } from './MeasureFields.svelte';
export { default as PeopleCheck } from './PeopleCheck.svelte';
export { default as PlanFields } from './PlanFields.svelte';
export { default as ProjectFields } from './ProjectFields.svelte';
export { default as Ramp } from './Ramp.svelte';
export { default as ResultTag } from './ResultTag.svelte';
export { default as StudyFields } from './StudyFields.svelte';
export { default as Tally } from './Tally.svelte';
export { default as ValueFields } from './ValueFields.svelte';
