import type { Result } from '#core/result';
import {
  barrierKinds,
  cannotSay,
  elementsOf,
  sectors,
  type Instrument
} from '#modules/assessments';
import { readShape, unknownIds, unless, type PackProblem } from '#modules/vocabulary';
import * as v from 'valibot';
import { dayOrDays, saysSo, storyDay } from './records.ts';

/** The pack by which Fernhollow rates itself. */
export const maturityMatrix = 'instruments/maturity-matrix';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const mayBeEmpty = v.pipe(v.string(), v.trim());

const assessmentsSchema = v.strictObject({
  ...saysSo,
  instrument: v.literal(maturityMatrix),
  rounds: v.array(
    v.strictObject({
      id: words,
      addedOn: dayOrDays,
      title: words,
      opensOn: dayOrDays,
      closesOn: dayOrDays,
      facilitator: words,
      asked: v.array(v.strictObject({ account: words, sector: v.picklist(sectors) })),
      /** What each person answered alone; where it was on paper, the coordinator typed it. */
      answers: v.array(
        v.strictObject({
          account: words,
          on: dayOrDays,
          onPaper: v.boolean(),
          answers: v.array(
            v.strictObject({
              element: words,
              level: words,
              reason: mayBeEmpty,
              evidence: mayBeEmpty
            })
          )
        })
      ),
      /** What came after the reveal, which is on the same day as what was agreed; null while the round is open. */
      together: v.nullable(
        v.strictObject({
          on: storyDay,
          present: v.array(words),
          agreements: v.array(
            v.strictObject({ element: words, level: words, reason: words, dissent: mayBeEmpty })
          ),
          barriers: v.array(
            v.strictObject({ element: words, kind: v.picklist(barrierKinds), barrier: words })
          ),
          /** Each tied to the action of the plan that it became. */
          priorities: v.array(
            v.strictObject({
              element: words,
              what: words,
              who: words,
              dueOn: storyDay,
              action: words
            })
          ),
          tiedOn: storyDay,
          closedOn: storyDay
        })
      )
    })
  )
});

/** The rounds in which a made-up place rated itself, with what each person answered. */
export type MadeUpAssessments = v.InferOutput<typeof assessmentsSchema>;

/** Reads them. Refuses another shape, and a person, element, level or action that is not there. */
export function readMadeUpAssessments(
  json: unknown,
  known: {
    readonly instrument: Instrument;
    readonly people: readonly { readonly account: string }[];
    readonly actions: readonly { readonly id: string }[];
  },
  file = 'assessments.json'
): Result<MadeUpAssessments, readonly PackProblem[]> {
  const shape = readShape(assessmentsSchema, json, file);
  if (!shape.ok) return shape;
  const levels = known.instrument.levels.map(({ id }) => id);
  const problems: PackProblem[] = [];
  for (const { id: round, asked, answers, together } of shape.value.rounds) {
    const path = `rounds.${round}`;
    const given = answers.flatMap((one) => one.answers);
    const agreed = together?.agreements ?? [];
    const about = [...given, ...agreed, ...(together?.barriers ?? [])];
    const priorities = together?.priorities ?? [];
    const at = (ids: readonly string[]) => ids.map((id) => ({ path, id }));
    problems.push(
      ...unknownIds(
        file,
        known.people.map(({ account }) => account),
        at(asked.map(({ account }) => account))
      ),
      ...unknownIds(
        file,
        asked.map(({ account }) => account),
        at(answers.map(({ account }) => account))
      ),
      ...unknownIds(
        file,
        elementsOf(known.instrument).map(({ id }) => id),
        at([...about, ...priorities].map(({ element }) => element))
      ),
      ...unknownIds(file, [...levels, cannotSay], at(given.map(({ level }) => level))),
      ...unknownIds(file, levels, at(agreed.map(({ level }) => level))),
      ...unknownIds(
        file,
        known.actions.map(({ id }) => id),
        at(priorities.map(({ action }) => action))
      )
    );
  }
  return unless(problems, shape.value);
}
