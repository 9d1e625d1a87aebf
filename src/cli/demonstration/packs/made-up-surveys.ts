import { ok, type Result } from '#core/result';
import { questionKinds, settingKinds, speakers, voiceMethods } from '#modules/surveys';
import {
  type PackProblem,
  readShape,
  repeatedIds,
  type Spine,
  unknownIds
} from '#modules/vocabulary';
import * as v from 'valibot';
import { dayOrDays, storyDay as day } from './records.ts';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const mayBeEmpty = v.pipe(v.string(), v.trim());

const surveysSchema = v.strictObject({
  madeUp: v.literal(true),
  banner: words,
  surveys: v.array(
    v.strictObject({
      id: words,
      addedOn: dayOrDays,
      title: words,
      askedBy: words,
      why: words,
      whatNext: words,
      forWhom: words,
      contact: words,
      saidBy: v.picklist(speakers),
      openedOn: dayOrDays,
      closesOn: dayOrDays,
      keepUntil: dayOrDays,
      isClosed: v.boolean(),
      questions: v.array(
        v.strictObject({
          id: words,
          kind: v.picklist(questionKinds),
          text: words,
          hint: mayBeEmpty,
          options: v.array(words),
          required: v.boolean()
        })
      ),
      /** In the order of the questions: the place of a choice, several places, a number, a text, or null where it was left out. */
      responses: v.array(
        v.strictObject({
          on: dayOrDays,
          mayQuote: v.boolean(),
          onPaper: v.boolean(),
          answers: v.array(v.nullable(v.union([v.number(), v.array(v.number()), v.string()])))
        })
      )
    })
  ),
  voices: v.array(
    v.strictObject({
      id: words,
      addedOn: day,
      title: words,
      method: v.picklist(voiceMethods),
      heardOn: day,
      settingKind: v.picklist(settingKinds),
      saidBy: v.picklist(speakers),
      peopleCount: v.nullable(v.number()),
      words: v.array(words),
      mayQuote: v.boolean(),
      keepUntil: day,
      isDone: v.boolean()
    })
  ),
  themes: v.array(
    v.strictObject({
      id: words,
      addedOn: day,
      name: words,
      definition: words,
      factors: v.array(words)
    })
  ),
  /** `part` is a piece of the words: the sentences that hold it are coded. Where `survey` stands, it is sought in the answers. */
  passages: v.array(
    v.strictObject({
      voice: v.nullable(words),
      part: words,
      themes: v.array(words),
      codedOn: day,
      quote: v.nullable(v.strictObject({ words, checkedOn: v.nullable(day) }))
    })
  )
});

/** The made-up place’s surveys with their answers, what people said there, themes and quotes. */
export type MadeUpSurveys = v.InferOutput<typeof surveysSchema>;

/** Reads them. Refuses another shape, an id that stands twice, and a factor, voice or theme that is not there. */
export function readMadeUpSurveys(
  json: unknown,
  known: { readonly spine: Spine },
  file = 'surveys.json'
): Result<MadeUpSurveys, readonly PackProblem[]> {
  const shape = readShape(surveysSchema, json, file);
  if (!shape.ok) return shape;
  const { surveys, voices, themes, passages } = shape.value;
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  const problems: PackProblem[] = [
    ...repeatedIds(file, 'surveys', surveys),
    ...repeatedIds(file, 'voices', voices),
    ...repeatedIds(file, 'themes', themes),
    ...unknownIds(
      file,
      ids(known.spine.factors),
      themes.flatMap((one, index) =>
        one.factors.map((id) => ({ path: `themes.${index}.factors`, id }))
      )
    ),
    ...unknownIds(
      file,
      ids(voices),
      passages.flatMap((one, index) =>
        one.voice === null ? [] : [{ path: `passages.${index}.voice`, id: one.voice }]
      )
    ),
    ...unknownIds(
      file,
      ids(themes),
      passages.flatMap((one, index) =>
        one.themes.map((id) => ({ path: `passages.${index}.themes`, id }))
      )
    )
  ];
  return problems.length === 0 ? ok(shape.value) : { ok: false, error: problems };
}
