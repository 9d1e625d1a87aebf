import { ok, type Result } from '#core/result';
import { readShape, repeatedIds, type PackProblem } from '#modules/vocabulary';
import * as v from 'valibot';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const choice = { id: words, letter: words, title: words, meaning: words };

const lawSchema = v.strictObject({
  note: words,
  /** What the list of bases leaves out. */
  basesNote: words,
  bases: v.pipe(v.array(v.strictObject(choice)), v.minLength(1)),
  /** What counts as special category data. */
  specialCategories: words,
  conditions: v.pipe(
    /** `needsSchedule1`: it rests on a condition of Schedule 1 of the Data Protection Act 2018 as well. */
    v.array(v.strictObject({ ...choice, needsSchedule1: v.boolean() })),
    v.minLength(1)
  )
});

/** The lawful bases of Article 6 and the conditions of Article 9, to choose from. */
export type Law = v.InferOutput<typeof lawSchema>;

export const lawPack = 'governance/uk-gdpr';

/** Reads the pack of law. Refuses another shape, and a basis or condition that stands twice. */
export function readLaw(json: unknown, file = 'law.json'): Result<Law, readonly PackProblem[]> {
  const shape = readShape(lawSchema, json, file);
  if (!shape.ok) return shape;
  const problems = [
    ...repeatedIds(file, 'bases', shape.value.bases),
    ...repeatedIds(file, 'conditions', shape.value.conditions)
  ];
  return problems.length === 0 ? ok(shape.value) : { ok: false, error: problems };
}

/** How a basis or condition is named: "Public task, Article 6(1)(e)". The id itself where the pack no longer knows it. */
export function lawName(
  list: readonly { readonly id: string; readonly letter: string; readonly title: string }[],
  id: string | null
): string | null {
  if (id === null) return null;
  const found = list.find((one) => one.id === id);
  return found === undefined ? id : `${found.title}, Article ${found.letter}`;
}

type Offer = { readonly value: string; readonly label: string; readonly hint: string };

/** What the register offers of the law: bases and conditions to choose from, and what is said beside each question. */
export function lawOffered(law: Law): {
  readonly offered: { readonly lawfulBasis: Offer[]; readonly specialCondition: Offer[] };
  readonly hints: Readonly<Record<'lawfulBasis' | 'specialCondition' | 'specialCategory', string>>;
} {
  const offer = (one: Law['bases'][number], hint: string): Offer => ({
    value: one.id,
    label: `${one.title}, Article ${one.letter}`,
    hint
  });
  const schedule1 = 'It also needs a condition of Schedule 1 of the Data Protection Act 2018.';
  return {
    offered: {
      lawfulBasis: law.bases.map((one) => offer(one, one.meaning)),
      specialCondition: law.conditions.map((one) =>
        offer(one, one.needsSchedule1 ? `${one.meaning} ${schedule1}` : one.meaning)
      )
    },
    hints: {
      lawfulBasis: `${law.note} ${law.basesNote}`,
      specialCondition: law.note,
      specialCategory: law.specialCategories
    }
  };
}
