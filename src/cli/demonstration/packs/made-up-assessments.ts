import type { Result } from '#core/result';
import {
  barrierKinds,
  cannotSay,
  elementsOf,
  partOf,
  sectors,
  topicsOf,
  type Instrument
} from '#modules/assessments';
import { readinesses, stageStandings } from '#modules/stages';
import { readShape, unknownIds, unless, type PackProblem } from '#modules/vocabulary';
import * as v from 'valibot';
import { dayOrDays, saysSo, storyDay } from './records.ts';

/** The packs by which Fernhollow rates itself. */
export const ownInstruments = [
  'instruments/maturity-matrix',
  'instruments/partnership-health',
  'instruments/coalition-review',
  'instruments/innovation-culture',
  'instruments/stock-take',
  'instruments/governance'
] as const;
export type OwnInstrument = (typeof ownInstruments)[number];

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const mayBeEmpty = v.pipe(v.string(), v.trim());

const assessmentsSchema = v.strictObject({
  ...saysSo,
  /** Where the stages of the work stand, which were opened again, and what was thought of their questions. */
  stages: v.strictObject({
    records: v.array(
      v.strictObject({
        stage: words,
        addedOn: storyDay,
        standing: v.picklist(stageStandings),
        startedOn: storyDay,
        endsOn: v.nullable(dayOrDays),
        leadRole: words,
        timeReady: v.nullable(v.picklist(readinesses)),
        resourcesReady: v.nullable(v.picklist(readinesses)),
        conditionsReady: v.nullable(v.picklist(readinesses)),
        readinessNote: mayBeEmpty
      })
    ),
    reopenings: v.array(
      v.strictObject({ stage: words, byStage: words, reason: words, reopenedOn: storyDay })
    ),
    notes: v.array(
      v.strictObject({
        stage: words,
        question: words,
        note: words,
        notedOn: storyDay,
        who: words
      })
    )
  }),
  rounds: v.array(
    v.strictObject({
      id: words,
      addedOn: dayOrDays,
      title: words,
      instrument: v.picklist(ownInstruments),
      /** A dimension of it; null for all of it. */
      part: v.nullable(words),
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
          /** Each tied to the action of the plan that it became, or to none yet. */
          priorities: v.array(
            v.strictObject({
              element: words,
              what: words,
              who: words,
              dueOn: storyDay,
              action: v.nullable(words)
            })
          ),
          tiedOn: storyDay,
          /** Null while it is talked over. */
          closedOn: v.nullable(storyDay)
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
    readonly instruments: ReadonlyMap<OwnInstrument, Instrument>;
    readonly people: readonly { readonly account: string }[];
    readonly actions: readonly { readonly id: string }[];
  },
  file = 'assessments.json'
): Result<MadeUpAssessments, readonly PackProblem[]> {
  const shape = readShape(assessmentsSchema, json, file);
  if (!shape.ok) return shape;
  const problems: PackProblem[] = [];
  for (const { id: round, instrument: by, part, asked, answers, together } of shape.value.rounds) {
    const path = `rounds.${round}`;
    const whole = known.instruments.get(by);
    if (whole === undefined) {
      problems.push({ kind: 'unknown-id', file, path, id: by });
      continue;
    }
    const narrowed = partOf(whole, part);
    if (!narrowed.ok) problems.push({ kind: 'unknown-id', file, path, id: part ?? '' });
    const instrument = narrowed.ok ? narrowed.value : whole;
    const levels = instrument.levels.map(({ id }) => id);
    const given = answers.flatMap((one) => one.answers);
    const agreed = together?.agreements ?? [];
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
        elementsOf(instrument).map(({ id }) => id),
        at(given.map(({ element }) => element))
      ),
      ...unknownIds(
        file,
        topicsOf(instrument).map(({ id }) => id),
        at([...agreed, ...(together?.barriers ?? []), ...priorities].map(({ element }) => element))
      ),
      ...unknownIds(file, [...levels, cannotSay], at(given.map(({ level }) => level))),
      ...unknownIds(file, levels, at(agreed.map(({ level }) => level))),
      ...unknownIds(
        file,
        known.actions.map(({ id }) => id),
        at(priorities.flatMap(({ action }) => action ?? []))
      )
    );
  }
  return unless(problems, shape.value);
}
