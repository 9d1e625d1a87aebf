import { listed } from '#core/written-lists';
import { sayDate } from '#core/written-dates';
import type { AreaUptake } from './member-uptake.ts';

/** A text that another sentence goes on after: without a full stop at its end. */
const within = (text: string): string => text.trim().replace(/\.$/, '');

/** How the areas of an aim differ, a sentence or two for each way of taking it up. `dueOn` is the day of the whole aim. */
export function areaDifferences(
  { dueOn }: { readonly dueOn: string | null },
  bodies: readonly { readonly id: string; readonly name: string }[],
  uptakes: readonly AreaUptake[]
): string[] {
  const said = bodies.map(({ id, name }) => ({
    name,
    uptake: uptakes.find(({ bodyId }) => bodyId === id)
  }));
  const named = (kind: AreaUptake['uptake'] | undefined) =>
    said.filter(({ uptake }) => uptake?.uptake === kind).map(({ name }) => name);
  const sentence = (names: readonly string[], one: string, several: string) =>
    names.length === 0 ? [] : [`${listed(names)} ${names.length === 1 ? one : several}.`];
  const days = said.flatMap(({ name, uptake }) => {
    const day = uptake?.dueOn ?? null;
    return day === null || day === dueOn ? [] : [{ name, day }];
  });
  return [
    ...sentence(named('adopted'), 'adopts it as it is', 'adopt it as it is'),
    ...said.flatMap(({ name, uptake }) => {
      if (uptake?.uptake !== 'varied') return [];
      const called = uptake.localTitle === '' ? '' : `, “${within(uptake.localTitle)}”`;
      const how = uptake.differs === '' ? '' : `: ${within(uptake.differs)}`;
      const why = uptake.reason === '' ? '' : ` Why: ${within(uptake.reason)}.`;
      return [`${name} has a variant of its own${called}${how}.${why}`];
    }),
    ...said.flatMap(({ name, uptake }) => {
      if (uptake?.uptake !== 'declined') return [];
      const why = uptake.reason === '' ? uptake.differs : uptake.reason;
      return [`${name} does not take part${why === '' ? '' : `: ${within(why)}`}.`];
    }),
    ...sentence(
      named('not-stated'),
      'takes part; how is not stated',
      'take part; how is not stated'
    ),
    ...sentence(named(undefined), 'has not said', 'have not said'),
    ...days.map(
      ({ name, day }) =>
        `In ${name} it is due on ${sayDate(day)}${dueOn === null ? '' : `, in the plan of all on ${sayDate(dueOn)}`}.`
    )
  ];
}
