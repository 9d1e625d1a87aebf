/**
 * Which figures to hide so that every guarded one becomes safe, as few as can be found.
 *
 * The question is asked as a search: `narrowed(hidden, guarded)` says which guarded figures are still
 * narrowed when `hidden` are withheld, and for each the `remedies`: shown figures of which at least one must go
 * before the range can widen. Hiding more never narrows a range, so what is safe stays safe.
 */
export type Narrowed = { readonly guarded: number; readonly remedies: readonly number[] };
export type FindNarrowed = (
  hidden: ReadonlySet<number>,
  guarded: readonly number[]
) => Iterable<Narrowed>;

/**
 * Answers the figures to hide. The answer is the least possible whenever the search ends within `patience` questions,
 * otherwise one from which no figure can be left out.
 *
 * Assumes: hiding every remedy makes every guarded figure safe.
 */
export function fewestToHide(
  guarded: readonly number[],
  findNarrowed: FindNarrowed,
  patience: number
): ReadonlySet<number> {
  const atFirst = [...findNarrowed(new Set(), guarded)];
  if (atFirst.length === 0) return new Set();
  let best = withoutNeedless(hideGreedily(atFirst, findNarrowed), atFirst, findNarrowed);
  let questions = patience;

  /** Looks for an answer with at most `left` more figures than `hidden`, none of them among `kept`. */
  function search(
    hidden: ReadonlySet<number>,
    kept: ReadonlySet<number>,
    narrowed: readonly Narrowed[],
    left: number
  ): ReadonlySet<number> | null {
    if (narrowed.length === 0) return hidden;
    if (countApart(narrowed, kept) > left || questions <= 0) return null;
    const choices = narrowed
      .map((one) => one.remedies.filter((remedy) => !kept.has(remedy)))
      .reduce((least, one) => (one.length < least.length ? one : least));
    const keptNow = new Set(kept);
    for (const choice of choices) {
      questions -= 1;
      const more = new Set(hidden).add(choice);
      const still = [...findNarrowed(more, guardedOf(narrowed))];
      const answer = search(more, keptNow, still, left - 1);
      if (answer !== null) return answer;
      keptNow.add(choice);
    }
    return null;
  }

  for (let size = countApart(atFirst, new Set()); size < best.size && questions > 0; size += 1) {
    const answer = search(new Set(), new Set(), atFirst, size);
    if (answer !== null) best = answer;
  }
  return best;
}

/** A number of figures that must go in any case: narrowed ones that share no remedy need one each. */
function countApart(narrowed: readonly Narrowed[], kept: ReadonlySet<number>): number {
  const used = new Set<number>();
  let count = 0;
  const byChoice = narrowed
    .map((one) => one.remedies.filter((remedy) => !kept.has(remedy)))
    .sort((one, other) => one.length - other.length);
  for (const remedies of byChoice) {
    if (remedies.some((remedy) => used.has(remedy))) continue;
    if (remedies.length === 0) return Infinity;
    for (const remedy of remedies) used.add(remedy);
    count += 1;
  }
  return count;
}

/** Hides, round after round, for each narrowed figure not yet helped the remedy that helps most. */
function hideGreedily(atFirst: readonly Narrowed[], findNarrowed: FindNarrowed): Set<number> {
  const hidden = new Set<number>();
  for (let narrowed = atFirst; narrowed.length > 0;) {
    const votes = new Map<number, number>();
    for (const remedy of narrowed.flatMap((one) => one.remedies)) {
      votes.set(remedy, (votes.get(remedy) ?? 0) + 1);
    }
    for (const { remedies } of narrowed) {
      if (remedies.some((remedy) => hidden.has(remedy))) continue;
      const [favourite] = [...remedies].sort(
        (one, other) => (votes.get(other) ?? 0) - (votes.get(one) ?? 0) || one - other
      );
      if (favourite === undefined) throw new Error('A narrowed figure has no remedy.');
      hidden.add(favourite);
    }
    narrowed = [...findNarrowed(hidden, guardedOf(narrowed))];
  }
  return hidden;
}

/** Leaves out, last chosen first, every figure that need not have gone. */
function withoutNeedless(
  chosen: ReadonlySet<number>,
  atFirst: readonly Narrowed[],
  findNarrowed: FindNarrowed
): ReadonlySet<number> {
  const kept = new Set(chosen);
  for (const figure of [...chosen].reverse()) {
    kept.delete(figure);
    const [stillNarrowed] = findNarrowed(kept, guardedOf(atFirst));
    if (stillNarrowed !== undefined) kept.add(figure);
  }
  return kept;
}

function guardedOf(narrowed: readonly Narrowed[]): number[] {
  return narrowed.map((one) => one.guarded);
}
