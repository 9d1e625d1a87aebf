import type { Option } from '#design';

/** The figures that are followed, as the forms of a source and of an aim offer them. */
export function figuresOffered(need: {
  readonly indicators: readonly { readonly id: string; readonly plainTitle: string }[];
}): { indicatorIds: Option[] } {
  const options = need.indicators.map(({ id, plainTitle }) => ({ value: id, label: plainTitle }));
  return { indicatorIds: options };
}
