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
