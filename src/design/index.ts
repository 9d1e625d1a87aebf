/** The door of the design system. What each component takes is in README.md and at the top of its file. */

// Layout
export { default as Logo } from './layout/Logo.svelte';
export { default as PageShell } from './layout/PageShell.svelte';
export { default as PublicShell } from './layout/PublicShell.svelte';

// Text
export { default as BackLink } from './text/BackLink.svelte';
export { default as Breadcrumbs } from './text/Breadcrumbs.svelte';
export { default as Card } from './text/Card.svelte';
export { default as Confidence } from './text/Confidence.svelte';
export { default as Details } from './text/Details.svelte';
export { default as Explained } from './text/Explained.svelte';
export { default as EmptyState } from './text/EmptyState.svelte';
export { default as Freshness } from './text/Freshness.svelte';
export { default as Lead } from './text/Lead.svelte';
export { default as LinkCard } from './text/LinkCard.svelte';
export { default as Notice } from './text/Notice.svelte';
export { default as PageHeader } from './text/PageHeader.svelte';
export { default as Pagination } from './text/Pagination.svelte';
export { default as Prose } from './text/Prose.svelte';
export { default as Shape } from './text/Shape.svelte';
export { default as Stat } from './text/Stat.svelte';
export { default as Strength } from './text/Strength.svelte';
export { default as SummaryList } from './text/SummaryList.svelte';
export { default as Tabs } from './text/Tabs.svelte';
export { default as Tag } from './text/Tag.svelte';
export { default as TaskList } from './text/TaskList.svelte';
export { default as Timeline } from './text/Timeline.svelte';

// Tables
export { default as DataTable } from './tables/DataTable.svelte';
export { default as DownloadLinks } from './tables/DownloadLinks.svelte';
export { default as FilterBar } from './tables/FilterBar.svelte';
export { default as RowsToMend } from './tables/RowsToMend.svelte';

// Forms
export { default as ButtonLink } from './forms/ButtonLink.svelte';
export { default as ButtonRow } from './forms/ButtonRow.svelte';
export { default as CheckboxGroup } from './forms/CheckboxGroup.svelte';
export { default as ColumnFields } from './forms/ColumnFields.svelte';
export { default as ConfirmPanel } from './forms/ConfirmPanel.svelte';
export { default as ConflictPanel } from './forms/ConflictPanel.svelte';
export { default as DateField } from './forms/DateField.svelte';
export { default as ErrorSummary } from './forms/ErrorSummary.svelte';
export { default as Fieldset } from './forms/Fieldset.svelte';
export { default as FileField } from './forms/FileField.svelte';
export { default as Form } from './forms/Form.svelte';
export { default as HiddenField } from './forms/HiddenField.svelte';
export { default as NumberField } from './forms/NumberField.svelte';
export { default as RadioGroup } from './forms/RadioGroup.svelte';
export { default as SelectField } from './forms/SelectField.svelte';
export { default as SubmitButton } from './forms/SubmitButton.svelte';
export { default as TextArea } from './forms/TextArea.svelte';
export { default as TextField } from './forms/TextField.svelte';

// Pages that look again by themselves
export { default as LiveUpdates } from './live/LiveUpdates.svelte';

// Documents
export { default as WrittenDocument } from './document/WrittenDocument.svelte';

// Charts
export { default as ChartFrame } from './charts/ChartFrame.svelte';
export { default as TwoSizes } from './charts/TwoSizes.svelte';

// Pure functions and types
export { fieldId, fieldState, describedBy } from './forms/form-state.ts';
export {
  dateParts,
  datePartsSentence,
  parseDateParts,
  readDateParts,
  type DateParts,
  type DatePartsProblem
} from '#core/date-parts';
export { agoWords, dateWords, daysSince, momentWords, type Moment } from './moments.ts';
export { words } from './words.ts';
export { shareExplained } from './layout/explained.ts';
export type * from './types.ts';
