/** Components of surveys: the form a respondent meets, the fields of its records, and how results and quotes are shown. */
export { default as QuoteText } from './QuoteText.svelte';
export { default as StateTag } from './StateTag.svelte';
export { default as SurveyFields } from './SurveyFields.svelte';
export { default as SurveyForm } from './SurveyForm.svelte';
export { default as SurveyQuestionFields } from './SurveyQuestionFields.svelte';
export { default as TallyTable } from './TallyTable.svelte';
export { default as ThemeFields } from './ThemeFields.svelte';
export { default as ThemesAtFactor } from './ThemesAtFactor.svelte';
export { default as VoiceFields } from './VoiceFields.svelte';
