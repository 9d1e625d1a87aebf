/** Components of rounds: the form of one person's answers, how answers lie, and the change between two rounds. */
export { default as AnswerFields } from './AnswerFields.svelte';
export { default as ChangeMultiples } from './ChangeMultiples.svelte';
export { default as SpreadBars } from './SpreadBars.svelte';
