/** Components of learning: fields, what was taken back, the storyboard. */
export { default as SessionRows } from './SessionRows.svelte';
export { default as StoryboardFields } from './StoryboardFields.svelte';
export { default as StoryboardSheet } from './StoryboardSheet.svelte';
export { default as TakeawayFields } from './TakeawayFields.svelte';
export { default as TakeawayList } from './TakeawayList.svelte';
