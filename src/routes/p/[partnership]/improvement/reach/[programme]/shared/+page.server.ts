import { countWords, hiddenSentence, ruleSentence } from '#modules/disclosure';
import { cycleName, sharedLines } from '#modules/reach';
import { viewWhatMayLeave } from '#modules/reach/server';
import { ask } from '#web/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { programme, cycles, before, rule } = await ask(event, viewWhatMayLeave, {
    id: event.params.programme
  });
  const asked = event.url.searchParams.get('cycle');
  const cycle = cycles.find(({ id }) => id === asked) ?? cycles.at(-1) ?? null;
  return {
    programme,
    rule: ruleSentence(rule),
    cycle:
      cycle === null
        ? null
        : { id: cycle.id as string, name: cycleName(programme, cycle.startsOn) },
    choices: cycles
      .toReversed()
      .map(({ id, startsOn }) => ({ value: id as string, label: cycleName(programme, startsOn) })),
    lines:
      cycle === null
        ? []
        : sharedLines(programme, cycle, rule, before.get(cycle.id)).map(
            ({ about, what, count }) => ({
              about,
              what,
              count: countWords(count, rule),
              why: count.kind === 'hidden' ? hiddenSentence(count.reason, rule) : ''
            })
          )
  };
};
