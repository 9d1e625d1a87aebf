import type { StageOfSupport } from '#modules/maps';
import { kindNames, settingKinds } from '#modules/settings';

/** What the form of an offer may choose from that only the page knows. */
export function offeredTo(stages: readonly StageOfSupport[]) {
  return {
    stage: stages.map(({ id, name, forWhom }) => ({
      value: id,
      label: name,
      ...(forWhom === '' ? {} : { hint: forWhom })
    })),
    settingKinds: settingKinds.map((kind) => ({ value: kind, label: kindNames[kind] }))
  };
}

/** What most offers do without: those of a listed service have it from the list. Open where something in it is said. */
export const foldedFields = (
  record: { readonly ages: readonly string[]; readonly factors: readonly string[] } | null
) => [
  {
    legend: 'Ages and factors of an offer that is not on the list of services',
    fields: ['ages', 'factors'],
    isOpen: record !== null && record.ages.length + record.factors.length > 0
  }
];
