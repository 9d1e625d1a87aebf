/** Components of charters: the fields of their forms. */
export { default as MemberFields } from './MemberFields.svelte';
export { default as MilestoneFields } from './MilestoneFields.svelte';
