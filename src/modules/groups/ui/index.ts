/** Components of groups and bodies: what the partner bodies say. */
export { default as PartnersSay } from './PartnersSay.svelte';
