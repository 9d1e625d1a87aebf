import { defaultRule, hiddenSentence, ruleSentence, countWords } from '#modules/disclosure';
import { cycleName, sharedLines } from '#modules/reach';
import { viewProgramme } from '#modules/reach/server';
import { ask } from '#platform/page.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { programme, cycles } = await ask(event, viewProgramme, { id: event.params.programme });
  const asked = event.url.searchParams.get('cycle');
  const cycle = cycles.find(({ id }) => id === asked) ?? cycles.at(-1) ?? null;
  return {
    programme,
    rule: ruleSentence(defaultRule),
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
        : sharedLines(programme, cycle).map(({ about, what, count }) => ({
            about,
            what,
            count: countWords(count, defaultRule),
            why: count.kind === 'hidden' ? hiddenSentence(count.reason, defaultRule) : ''
          }))
  };
};
