/** The door to the components of disclosure. */
export { default as PeopleCheck } from './PeopleCheck.svelte';
