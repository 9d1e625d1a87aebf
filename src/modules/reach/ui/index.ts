/** Components of reach: the fields of a programme and of a cycle. */
export { default as CycleFields } from './CycleFields.svelte';
export { default as ProgrammeFields } from './ProgrammeFields.svelte';
