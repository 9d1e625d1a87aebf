import type { Factor, Outcome } from '#modules/vocabulary';
import type { FollowedIndicator } from './followed.ts';

/** Indicators that belong together on the page of need. */
export type NeedGroup<Each> = {
  readonly id: string;
  readonly title: string;
  readonly indicators: readonly Each[];
};

type Tied = Pick<FollowedIndicator, 'factors' | 'outcomes'>;

/** What bears on three outcomes or more is about development as a whole. */
const wholeDevelopment = 3;

/**
 * Groups indicators so that each stands once: those about development as a whole, then by the first outcome they bear
 * on, then by what shapes children's lives, then the rest. Groups without an indicator are left out.
 */
export function groupNeed<Each extends Tied>(
  indicators: readonly Each[],
  spine: {
    readonly outcomes: readonly Pick<Outcome, 'id' | 'title'>[];
    readonly factors: readonly Pick<Factor, 'id'>[];
  }
): NeedGroup<Each>[] {
  const groupOf = ({ outcomes, factors }: Each): string => {
    if (outcomes.length >= wholeDevelopment) return 'whole';
    const outcome = spine.outcomes.find((each) => outcomes.includes(each.id));
    if (outcome !== undefined) return outcome.id;
    return factors.length > 0 ? 'factors' : 'context';
  };
  const groups = [
    { id: 'whole', title: 'Development as a whole' },
    ...spine.outcomes.map(({ id, title }) => ({ id: id as string, title })), // an id is a text
    { id: 'factors', title: 'What shapes children’s lives' },
    { id: 'context', title: 'Background' }
  ];
  return groups
    .map((group) => ({
      ...group,
      indicators: indicators.filter((each) => groupOf(each) === group.id)
    }))
    .filter((group) => group.indicators.length > 0);
}
