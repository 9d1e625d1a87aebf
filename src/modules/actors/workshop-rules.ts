import { workshopSteps, type ActorStakeholderKind, type WorkshopStep } from './types.ts';
import { actorKinds } from './types.ts';

const placeOf = (step: WorkshopStep): number => workshopSteps.indexOf(step);

/** The step after this one; null where the workshop has ended. */
export function nextStep(step: WorkshopStep): WorkshopStep | null {
  if (step === 'frozen' || step === 'stopped') return null;
  return workshopSteps[placeOf(step) + 1] ?? null;
}

/** The kind that everybody lists alone now; null where nobody lists. */
export function listedNow(step: WorkshopStep): ActorStakeholderKind | null {
  return actorKinds.find((kind) => kind === step) ?? null;
}

/** Whether the lists of a kind have been shown. */
export const isShown = (step: WorkshopStep, kind: ActorStakeholderKind): boolean =>
  placeOf(step) > placeOf(kind);

/** Whether the group may still change the sheet: join what is there twice, add, take off. */
export const mayChangeSheet = (step: WorkshopStep): boolean =>
  placeOf(step) >= placeOf('primary-shown') && placeOf(step) < placeOf('dots');

export const hasEnded = (step: WorkshopStep): boolean => step === 'frozen' || step === 'stopped';

/**
 * A name as it is compared with others: without capitals, accents, marks and doubled spaces. What people wrote in two ways is the same.
 *
 * @example
 * foldedName(' Health  Visitors. ') // 'health visitors'
 */
export function foldedName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

type Note = { readonly id: string; readonly name: string; readonly ringPersonId: string };

/** The notes of one kind by what they name: each name once, as it was written first, with by how many people. */
export function sheetOf(notes: readonly Note[]): readonly {
  readonly name: string;
  readonly noteIds: readonly string[];
  readonly listedBy: number;
}[] {
  const groups = Map.groupBy(notes, ({ name }) => foldedName(name) || name);
  return [...groups.values()].map((same) => ({
    name: same[0]?.name ?? '',
    noteIds: same.map(({ id }) => id),
    listedBy: new Set(same.map(({ ringPersonId }) => ringPersonId)).size
  }));
}

/** When the time alone is over; null where there is no clock, or nobody lists. */
export function aloneUntil(workshop: {
  readonly step: WorkshopStep;
  readonly stepAt: Date;
  readonly minutesAlone: number | null;
}): Date | null {
  if (workshop.minutesAlone === null || listedNow(workshop.step) === null) return null;
  return new Date(workshop.stepAt.getTime() + workshop.minutesAlone * 60_000);
}
