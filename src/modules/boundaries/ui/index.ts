/** Components of boundaries: their map. */
export { default as BoundaryMap } from './BoundaryMap.svelte';
