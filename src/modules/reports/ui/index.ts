/** Components of what everybody may read. */
export { default as PublicChart } from './PublicChart.svelte';
export { default as PublicPageBody } from './PublicPageBody.svelte';
