import type { FormValues } from '#core/form-state';
import type { ReportDetails, RollOut } from './types.ts';

/** What the second of two editors is shown: the stored record, by the names of the form's fields. */

export function rollOutFields(rollOut: RollOut): FormValues {
  return {
    title: rollOut.title,
    change: rollOut.change,
    projectId: rollOut.projectId ?? '',
    changeIdeaId: rollOut.changeIdeaId ?? '',
    factorIds: [...rollOut.factorIds],
    startedOn: rollOut.startedOn,
    endedOn: rollOut.endedOn ?? '',
    goalSettings: rollOut.goalSettings === null ? '' : String(rollOut.goalSettings),
    goalBy: rollOut.goalBy ?? '',
    eligibleBy: rollOut.eligibleBy,
    eligibleKinds: [...rollOut.eligibleKinds],
    eligibleAreas: [...rollOut.eligibleAreas],
    picked: [...rollOut.picked],
    scale: rollOut.scale.join('\n'),
    parts: rollOut.parts.join('\n')
  };
}

export function reportFields(report: ReportDetails): FormValues {
  return {
    standing: report.standing,
    since: report.since,
    level: report.level === null ? '' : String(report.level),
    parts: [...report.parts],
    reason: report.reason,
    note: report.note,
    saidBy: report.saidBy
  };
}
