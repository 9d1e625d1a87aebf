/**
 * A reader who puts together everything that was shown, in whatever shape: for the tests and the benchmark, and for nobody else.
 *
 * What is hidden is a whole number of people with a name. Everything that a reader knows is a sum over such numbers: a total
 * shown as 35 is a sum of 33 to 37, an unchanged cell of two publications is one name in both, and a reason that stands for two
 * cases is an `either`. Bounds are carried from sum to sum until nothing changes; where that is not enough the reader tries
 * values and goes back. So every value that is answered has a whole set of numbers behind it that fits all that was shown.
 *
 * Shares no code with the protector.
 */
export type Span = { readonly least: number; readonly most: number };

/** Far beyond any count in a test; stands for "no idea". */
export const anyCount: Span = { least: 0, most: 4_000 };

/** How often each unknown stands in a sum: `{ boys: 1, girls: 1, all: -1 }`. Factors are whole. */
export type Terms = Readonly<Record<string, number>>;
/** That a sum lies in a span. */
export type Known = { readonly sum: Terms; readonly span: Span };

export type Puzzle = {
  /** What each unknown may be by itself: in one of its spans. */
  readonly unknowns: Readonly<Record<string, Span | readonly Span[]>>;
  readonly known: readonly Known[];
  /** Of each list of cases one holds, and the reader does not know which. A case is what is then known. */
  readonly either?: readonly (readonly (readonly Known[])[])[];
  /**
   * A set of numbers that fits, where whoever tests knows one: the search looks beside it first. It says nothing of what is possible, only
   * where to look, so that less is left undecided.
   */
  readonly near?: Readonly<Record<string, number>>;
};

/** What a reader is left with for one unknown. */
export type Left = {
  readonly name: string;
  /** Possible values, in order: all of them, or the first `enough` that were found. */
  readonly values: readonly number[];
  /** Values that could be neither reached nor ruled out within the steps; they are counted as possible, for nothing is claimed unproved. */
  readonly undecided: number;
};

export type Attack = {
  readonly tried: number;
  /** Unknowns left with fewer values than promised. */
  readonly opened: readonly Left[];
  /** The fewest values left to any unknown. */
  readonly narrowest: number;
  /** Unknowns of which fewer values were reached than promised, and others could not be ruled out. */
  readonly undecided: number;
};

/**
 * Looks for every guarded unknown whether at least `promised` values remain.
 * Refuses: throws when nothing at all fits, for then the test says what cannot be.
 */
export function attack(puzzle: Puzzle, guarded: readonly string[], promised = 5): Attack {
  const left = valuesLeft(puzzle, guarded, promised);
  const counts = left.map(({ values, undecided }) => values.length + undecided);
  return {
    tried: left.length,
    opened: left.filter((_, at) => (counts[at] ?? 0) < promised),
    narrowest: Math.min(Infinity, ...counts),
    undecided: left.filter(({ values, undecided }) => values.length < promised && undecided > 0)
      .length
  };
}

/** The values that are possible for each guarded unknown, up to `enough` of them. */
export function valuesLeft(puzzle: Puzzle, guarded: readonly string[], enough = Infinity): Left[] {
  const solver = new Solver(puzzle);
  const seen = solver.names.map(() => new Set<number>());
  const remember = (numbers: readonly number[] | null) =>
    numbers?.forEach((number, at) => seen[at]?.add(number));
  const first = solver.solve();
  if (first.kind === 'none') throw new Error('Nothing fits what was shown.');
  if (first.kind === 'found') remember(first.numbers);
  return guarded.map((name) => {
    const at = solver.names.indexOf(name);
    const found = seen[at];
    if (found === undefined) throw new Error(`There is no unknown "${name}".`);
    let undecided = 0;
    for (const value of solver.candidates(at)) {
      if (found.size >= enough || undecided >= mostUndecided) break;
      if (found.has(value)) continue;
      const answer = solver.solve({ at, value });
      if (answer.kind === 'found') remember(answer.numbers);
      else if (answer.kind === 'unknown') undecided += 1;
    }
    const values = [...found].sort((one, other) => one - other);
    // Where enough were found, nothing rests on the others.
    return { name, values, undecided: found.size >= enough ? 0 : undecided };
  });
}

type Answer =
  | { readonly kind: 'found'; readonly numbers: readonly number[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

type State = {
  readonly least: number[];
  readonly most: number[];
  readonly sums: readonly Sum[];
  /** Lists of cases of which none was chosen yet. */
  readonly open: readonly (readonly (readonly Sum[])[])[];
};
type Sum = {
  readonly at: readonly number[];
  readonly factors: readonly number[];
  readonly span: Span;
};

/** So many values are left undecided before no more are tried. */
const mostUndecided = 40;

/** So many tries before a value is left undecided. */
const patience = 20_000;

class Solver {
  readonly names: readonly string[];
  readonly #spans: readonly (readonly Span[])[];
  readonly #start: State | null;
  readonly #near: readonly (number | undefined)[];
  #tries = 0;
  #looksBeside = true;

  constructor({ unknowns, known, either = [], near = {} }: Puzzle) {
    this.names = Object.keys(unknowns);
    this.#near = this.names.map((name) => near[name]);
    this.#spans = Object.values(unknowns).map((spans) =>
      [spans].flat().toSorted((one, other) => one.least - other.least)
    );
    const places = new Map(this.names.map((name, at) => [name, at]));
    const sumOf = ({ sum, span }: Known): Sum => {
      const at = Object.keys(sum).map((name) => {
        const place = places.get(name);
        if (place === undefined) throw new Error(`There is no unknown "${name}".`);
        return place;
      });
      return { at, factors: Object.values(sum), span };
    };
    const begin: State = {
      least: this.#spans.map((spans) => spans[0]?.least ?? 0),
      most: this.#spans.map((spans) => spans.at(-1)?.most ?? 0),
      sums: known.map(sumOf),
      open: either.map((cases) => cases.map((one) => one.map(sumOf)))
    };
    this.#start = this.#carried(begin);
  }

  /** Every value an unknown may have once bounds were carried, from the least. */
  *candidates(at: number): Generator<number> {
    const { least, most } = this.#boundsOf(at);
    for (const span of this.#spans[at] ?? []) {
      const to = Math.min(span.most, most);
      for (let value = Math.max(span.least, least); value <= to; value += 1) yield value;
    }
  }

  solve(fixed: { at: number; value: number } | null = null): Answer {
    if (this.#start === null) return { kind: 'none' };
    const state = copyOf(this.#start);
    if (fixed !== null) {
      if (fixed.value < this.#boundsOf(fixed.at).least) return { kind: 'none' };
      state.least[fixed.at] = fixed.value;
      state.most[fixed.at] = fixed.value;
    }
    // Beside what is true first; from the middle of what is left where that leads nowhere in time.
    for (const looksBeside of [true, false]) {
      this.#tries = 0;
      this.#looksBeside = looksBeside;
      const answer = this.#search(state);
      if (answer.kind !== 'unknown') return answer;
    }
    return { kind: 'unknown' };
  }

  #boundsOf(at: number): Span {
    return { least: this.#start?.least[at] ?? 0, most: this.#start?.most[at] ?? -1 };
  }

  #search(given: State): Answer {
    this.#tries += 1;
    if (this.#tries > patience) return { kind: 'unknown' };
    const state = this.#carried(given);
    if (state === null) return { kind: 'none' };
    const [cases, ...open] = state.open;
    if (cases !== undefined) {
      return this.#firstOf(
        cases.map((chosen) => ({ ...copyOf(state), sums: [...state.sums, ...chosen], open }))
      );
    }
    const at = narrowestOf(state);
    if (at === null) return { kind: 'found', numbers: state.least };
    const [least, most] = [state.least[at] ?? 0, state.most[at] ?? 0];
    const near = this.#near[at];
    if (this.#looksBeside && near !== undefined) return this.#firstOf(beside(state, at, near));
    const middle = Math.floor((least + most) / 2);
    return this.#firstOf([within(state, at, least, middle), within(state, at, middle + 1, most)]);
  }

  #firstOf(states: readonly State[]): Answer {
    let isUnknown = false;
    for (const state of states) {
      const answer = this.#search(state);
      if (answer.kind === 'found') return answer;
      isUnknown ||= answer.kind === 'unknown';
    }
    return { kind: isUnknown ? 'unknown' : 'none' };
  }

  /** Bounds carried from sum to sum until nothing changes; null when nothing fits. Cases that cannot hold are struck out. */
  #carried(given: State): State | null {
    let state = copyOf(given);
    for (;;) {
      if (!this.#narrow(state)) return null;
      const open = state.open.map((cases) => cases.filter((one) => mayHold(state, one)));
      if (open.some((cases) => cases.length === 0)) return null;
      const decided = open.filter((cases) => cases.length === 1);
      if (decided.length === 0) return { ...state, open };
      state = {
        ...state,
        sums: [...state.sums, ...decided.flat(2)],
        open: open.filter((cases) => cases.length > 1)
      };
    }
  }

  #narrow({ least, most, sums }: State): boolean {
    // Rounds of halving small steps could go on for long where spans are wide; bounds stay true when it stops early.
    for (let round = 0; round < 40; round += 1) {
      let isChanged = false;
      for (let at = 0; at < least.length; at += 1)
        if (!this.#intoSpans(at, least, most)) return false;
      for (const { at, factors, span } of sums) {
        let [low, high] = [0, 0];
        at.forEach((place, index) => {
          const factor = factors[index] ?? 0;
          low += factor * ((factor > 0 ? least[place] : most[place]) ?? 0);
          high += factor * ((factor > 0 ? most[place] : least[place]) ?? 0);
        });
        if (low > span.most || high < span.least) return false;
        for (const [index, place] of at.entries()) {
          const factor = factors[index] ?? 0;
          const [from, to] = [least[place] ?? 0, most[place] ?? 0];
          const [own, ownMost] =
            factor > 0 ? [factor * from, factor * to] : [factor * to, factor * from];
          const slack = span.most - (low - own);
          const force = span.least - (high - ownMost);
          const ends = [slack / factor, force / factor];
          const newMost = Math.min(to, Math.floor(Math.max(...ends) + tiny));
          const newLeast = Math.max(from, Math.ceil(Math.min(...ends) - tiny));
          if (newMost < newLeast) return false;
          if (newMost === to && newLeast === from) continue;
          least[place] = newLeast;
          most[place] = newMost;
          low += factor > 0 ? factor * (newLeast - from) : factor * (newMost - to);
          high += factor > 0 ? factor * (newMost - to) : factor * (newLeast - from);
          isChanged = true;
        }
      }
      if (!isChanged) return true;
    }
    return true;
  }

  /** Moves the ends of an unknown into its spans, over the gaps between them. */
  #intoSpans(at: number, least: number[], most: number[]): boolean {
    const spans = this.#spans[at] ?? [];
    const [from, to] = [least[at] ?? 0, most[at] ?? 0];
    const first = spans.find((span) => span.most >= from);
    const last = spans.findLast((span) => span.least <= to);
    if (first === undefined || last === undefined) return false;
    least[at] = Math.max(from, first.least);
    most[at] = Math.min(to, last.most);
    return (least[at] ?? 0) <= (most[at] ?? 0);
  }
}

/** Below any part of a whole number. */
const tiny = 1e-9;

function copyOf(state: State): State {
  return { ...state, least: [...state.least], most: [...state.most] };
}

function mayHold({ least, most }: State, known: readonly Sum[]): boolean {
  return known.every(({ at, factors, span }) => {
    let [low, high] = [0, 0];
    at.forEach((place, index) => {
      const factor = factors[index] ?? 0;
      low += factor * ((factor > 0 ? least[place] : most[place]) ?? 0);
      high += factor * ((factor > 0 ? most[place] : least[place]) ?? 0);
    });
    return low <= span.most && high >= span.least;
  });
}

function within(state: State, at: number, least: number, most: number): State {
  const part = copyOf(state);
  part.least[at] = least;
  part.most[at] = most;
  return part;
}

/** The value nearest to another, then those on either side of it. */
function beside(state: State, at: number, near: number): State[] {
  const [least, most] = [state.least[at] ?? 0, state.most[at] ?? 0];
  const first = Math.min(Math.max(near, least), most);
  const spans = [
    [first, first],
    [least, first - 1],
    [first + 1, most]
  ] as const;
  return spans.flatMap(([from, to]) => (from > to ? [] : [within(state, at, from, to)]));
}

/** The unknown with the fewest values left of those that are not fixed, so that what cannot be is seen early; null when all are. */
function narrowestOf({ least, most }: State): number | null {
  let [best, fewest] = [-1, Infinity];
  for (let at = 0; at < least.length; at += 1) {
    const width = (most[at] ?? 0) - (least[at] ?? 0);
    if (width > 0 && width < fewest) [best, fewest] = [at, width];
  }
  return best === -1 ? null : best;
}
