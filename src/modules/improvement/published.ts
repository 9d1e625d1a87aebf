/** What a publication says of somebody's improvement work, in words, and nothing that it does not say. */

export type PublishedMeasure = {
  readonly id: string;
  readonly title: string;
  /** As reported; empty where the publication gives none. */
  readonly baseline: string;
  readonly result: string;
  readonly note: string;
  readonly source: string;
};

export type PublishedTest = {
  readonly id: string;
  /** As the publication numbers its cycles. */
  readonly number: number;
  readonly tried: string;
  /** Empty where the publication does not say. */
  readonly predicted: string;
  readonly result: string;
  readonly note: string;
  readonly source: string;
};

export type PublishedAccount = {
  readonly measures: readonly PublishedMeasure[];
  readonly tests: readonly PublishedTest[];
};

export const notReported = 'Not reported in the publication';
