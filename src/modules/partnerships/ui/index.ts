/** Components of partnerships: what a new one is begun with. */
export { default as NewPartnershipFields } from './NewPartnershipFields.svelte';
