/** Components of what everybody may read, and of what is due. */
export { default as DueTag } from './DueTag.svelte';
export { default as PublicChart } from './PublicChart.svelte';
export { default as PublicPageBody } from './PublicPageBody.svelte';
