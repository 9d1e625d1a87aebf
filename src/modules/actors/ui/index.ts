/** Components of workshops that members and guests share. */
export { default as WorkshopSheet } from './WorkshopSheet.svelte';
export { default as WorkshopTask } from './WorkshopTask.svelte';
