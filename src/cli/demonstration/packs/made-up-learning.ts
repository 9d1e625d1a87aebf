import { isDate } from '#core/dates';
import { ok, type Result } from '#core/result';
import { hosts, itemKinds, papers, waysHeld } from '#modules/learning';
import { type PackProblem, type Spine } from '#modules/vocabulary';
import * as v from 'valibot';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const mayBeEmpty = v.pipe(v.string(), v.trim());
const day = v.pipe(v.string(), v.check(isDate, 'a day such as 2026-11-21'));

const learningSchema = v.strictObject({
  madeUp: v.literal(true),
  banner: words,
  sessions: v.array(
    v.strictObject({
      id: words,
      /** The day on which it was put into the diary. */
      enteredOn: day,
      title: words,
      theme: mayBeEmpty,
      startsOn: day,
      endsOn: v.nullable(day),
      held: v.picklist(waysHeld),
      venue: mayBeEmpty,
      host: v.picklist(hosts),
      hostName: mayBeEmpty,
      about: mayBeEmpty,
      programme: v.array(
        v.strictObject({
          time: mayBeEmpty,
          title: words,
          kind: v.picklist(itemKinds),
          lead: mayBeEmpty
        })
      ),
      /** `organisation` is one of the place's, by its id. */
      awayTeam: v.array(v.strictObject({ role: words, organisation: words, speaksFor: mayBeEmpty }))
    })
  ),
  takeaways: v.array(
    v.strictObject({
      session: words,
      writtenOn: day,
      noticed: words,
      fromPlace: mayBeEmpty,
      noticedBy: mayBeEmpty,
      factors: v.array(words),
      idea: mayBeEmpty,
      changeIdea: v.nullable(words),
      ownerRole: mayBeEmpty,
      /** Numbers of the tests that followed. */
      tests: v.array(v.number()),
      setAside: v.nullable(v.strictObject({ on: day, why: words }))
    })
  ),
  storyboards: v.array(
    v.strictObject({
      session: words,
      madeOn: day,
      title: words,
      paper: v.picklist(papers),
      driver: mayBeEmpty,
      learnt: mayBeEmpty,
      nextStep: mayBeEmpty,
      keptOn: v.nullable(day)
    })
  )
});

/** The made-up place’s learning sessions, what was taken back, and storyboards. */
export type MadeUpLearning = v.InferOutput<typeof learningSchema>;

/** Reads them. Refuses another shape, and a session or factor that is not there. */
export function readMadeUpLearning(
  json: unknown,
  spine: Spine,
  file = 'learning.json'
): Result<MadeUpLearning, readonly PackProblem[]> {
  const answer = v.safeParse(learningSchema, json);
  if (!answer.success) {
    return {
      ok: false,
      error: answer.issues.map((issue) => ({
        kind: 'wrong-shape',
        file,
        path: v.getDotPath(issue) ?? '',
        expected: issue.message
      }))
    };
  }
  const { sessions, takeaways, storyboards } = answer.output;
  const known = {
    session: new Set(sessions.map(({ id }) => id)),
    factor: new Set<string>(spine.factors.map(({ id }) => id))
  };
  const unknown = [
    ...takeaways.flatMap(({ session, factors }, index) => [
      ...(known.session.has(session) ? [] : [{ path: `takeaways.${index}.session`, id: session }]),
      ...factors
        .filter((id) => !known.factor.has(id))
        .map((id) => ({ path: `takeaways.${index}.factors`, id }))
    ]),
    ...storyboards
      .filter(({ session }) => !known.session.has(session))
      .map(({ session: id }, index) => ({ path: `storyboards.${index}.session`, id }))
  ];
  if (unknown.length === 0) return ok(answer.output);
  return { ok: false, error: unknown.map((one) => ({ kind: 'unknown-id', file, ...one })) };
}
