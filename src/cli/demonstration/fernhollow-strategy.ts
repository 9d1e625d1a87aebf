import {
  changePublicPage,
  makeVersion,
  publishPublicPage,
  publishVersion
} from '#modules/reports/server';
import { changeSections } from '#modules/strategy/server';
import type { Fernhollow } from './fernhollow.ts';
import { give, lookUp, on } from './hand.ts';
import type { Counts } from './stage.ts';

/** The strategy as the board approved it, published with the public page; the page once more when there is something new to read. */
export function scheduleStrategy(here: Fernhollow): Counts {
  const { strategy, place } = here.content;
  const { approvedOn, publishedOn } = strategy;
  const groups = new Map(place.groups.map((group) => [group.id, group.name]));
  let versionId = '';

  here.timeline.on(approvedOn, async () => {
    const lead = on(here.lead, approvedOn);
    await give(lead, changeSections, {
      sections: strategy.sections.map(({ section, text }) => ({
        section,
        text: section === 'what-change-looks-like' ? `${text}\n\n${theoryOf(here)}` : text
      }))
    });
    const { id } = await give(lead, makeVersion, {
      title: strategy.title,
      note: `Version ${strategy.version}`,
      approvedBy: lookUp(groups, strategy.approvedBy),
      approvedOn
    });
    versionId = id;
  });
  here.timeline.on(publishedOn, async () => {
    const lead = on(here.lead, publishedOn);
    await give(lead, publishVersion, { id: versionId });
    await give(lead, changePublicPage, {
      introduction: place.place.about,
      showHope: 'yes',
      aims: [...here.aims.values()],
      indicators: [...here.indicators.values()]
    });
    await give(lead, publishPublicPage, {});
  });
  here.timeline.on(here.timeline.lastDay(), async () => {
    await give(on(here.lead, here.timeline.lastDay()), publishPublicPage, {});
  });
  return { 'sections of the strategy': strategy.sections.length };
}

/** The theory of change in words, with what it assumes. */
function theoryOf(here: Fernhollow): string {
  const { text, assumptions } = here.content.strategy.theoryOfChange;
  return [
    `How we think it comes about: ${text}`,
    ['We assume:', ...assumptions.map((one) => `- ${one}`)].join('\n')
  ].join('\n\n');
}
