import type { FormValues } from '#core/form-state';
import { cycleFields } from './parse-cycles.ts';
import { cycleValue } from './tables.ts';
import type { Cycle, Programme } from './types.ts';

/** What the second of two editors is shown: the stored record, by the names of the form's fields. */

export function programmeFields(programme: Programme): FormValues {
  return {
    title: programme.title,
    about: programme.about,
    serviceId: programme.serviceId ?? '',
    projectId: programme.projectId ?? '',
    factorIds: [...programme.factorIds],
    who: programme.who,
    rhythm: programme.rhythm,
    stages: programme.stages.join('\n'),
    servedStage: String(programme.servedStage),
    retentionSessions:
      programme.retentionSessions === null ? '' : String(programme.retentionSessions),
    bands: programme.bands.join('\n'),
    engagementScale: programme.engagementScale.join('\n'),
    groups: programme.groups.join('\n'),
    outcome: programme.outcome
  };
}

export function cycleFormFields(programme: Programme, cycle: Cycle): FormValues {
  return Object.fromEntries(
    cycleFields(programme).map((field) => [field, cycleValue(cycle, field)])
  );
}
