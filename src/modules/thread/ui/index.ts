/** Components of the thread: the path of stones, and its missing links. */
export { default as GapLinks } from './GapLinks.svelte';
export { default as Stone } from './Stone.svelte';
export { default as StoneKey } from './StoneKey.svelte';
export { default as StepSection } from './StepSection.svelte';
export { default as ThreadCard } from './ThreadCard.svelte';
export { default as ThreadList } from './ThreadList.svelte';
export { default as AlignmentTable } from './AlignmentTable.svelte';
