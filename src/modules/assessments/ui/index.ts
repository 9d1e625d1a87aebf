/** Components of rounds: the form of one person's answers, how answers lie, what was agreed, and the change between two rounds. */
export { default as AgreedProfile } from './AgreedProfile.svelte';
export { default as AnswerFields } from './AnswerFields.svelte';
export { default as ChangeMultiples } from './ChangeMultiples.svelte';
export { default as LevelMark } from './LevelMark.svelte';
export { default as MeanWords } from './MeanWords.svelte';
export { default as SpreadBars } from './SpreadBars.svelte';
