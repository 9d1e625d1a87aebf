/**
 * The sheet a chart is calculated on: columns of doubles, one row per point, `NaN` for a missing
 * or undefined figure. One sheet can be used for many charts, one after another, so that a page
 * of a hundred charts allocates almost nothing.
 */
export interface Sheet {
  readonly capacity: number;
  /** Sum of the values (numerators) of the point's rows. */
  readonly numerator: Float64Array;
  /** Sum of denominators; 0 where the point is missing. */
  readonly denominator: Float64Array;
  /** Rows with a value. */
  readonly size: Float64Array;
  /** Standard deviation of the point's rows. */
  readonly spread: Float64Array;
  /** Mean of the point's rows, on charts of subgroups. */
  readonly mean: Float64Array;
  /** The plotted value. */
  readonly value: Float64Array;
  readonly centre: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly lowerNear: Float64Array;
  readonly upperNear: Float64Array;
  /** One sigma from the centre; filled only when asked for. */
  readonly lowerInner: Float64Array;
  readonly upperInner: Float64Array;
  readonly scratch: Float64Array;
  readonly scratchTwo: Float64Array;
  /** 1 where the point belongs to the baseline and is not excluded. */
  readonly base: Uint8Array;
  /** 1 where the point is not excluded. */
  readonly included: Uint8Array;
  /** Rules broken: two bits a rule, see rules.ts. */
  readonly flags: Uint32Array;
  /** Order of the points a rule looks at; −1 where a missing value breaks it. */
  readonly order: Int32Array;
}

export function makeSheet(capacity: number): Sheet {
  const columns = 15;
  const doubles = new Float64Array(columns * capacity);
  let next = 0;
  const column = () => doubles.subarray(next * capacity, ++next * capacity);
  return {
    capacity,
    numerator: column(),
    denominator: column(),
    size: column(),
    spread: column(),
    mean: column(),
    value: column(),
    centre: column(),
    lower: column(),
    upper: column(),
    lowerNear: column(),
    upperNear: column(),
    lowerInner: column(),
    upperInner: column(),
    scratch: column(),
    scratchTwo: column(),
    base: new Uint8Array(capacity),
    included: new Uint8Array(capacity),
    flags: new Uint32Array(capacity),
    order: new Int32Array(capacity)
  };
}
