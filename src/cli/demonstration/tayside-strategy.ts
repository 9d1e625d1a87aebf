import { changeSections } from '#modules/strategy/server';
import { give } from './hand.ts';
import { sourceText, type Tayside } from './tayside.ts';
import type { Counts } from './stage.ts';

type Told = {
  readonly text: string;
  readonly source: { readonly document: string; readonly section: string };
};

/**
 * What the plan of 2018 says under the headings of a strategy, with the places it was taken from. Headings under which
 * it says nothing stay empty, and nothing is published: the plan was a draft.
 */
export async function loadTaysideStrategy(here: Tayside): Promise<Counts> {
  const { collaborative, groups } = here.plan;
  const sections: Readonly<Record<string, readonly Told[]>> = {
    vision: [collaborative.vision],
    'how-developed': collaborative.background,
    'how-we-will-do-it': [
      ...collaborative.principles.map((one) => ({ ...one, text: `${one.title}. ${one.test}` })),
      ...groups.accountability
    ],
    'learn-and-adapt': [collaborative.evaluation, ...collaborative.lessons],
    'next-steps': groups.phases.map((one) => ({ ...one, text: `${one.title}. ${one.text}` })),
    resources: [collaborative.resourcing]
  };
  await give(here.hand, changeSections, {
    sections: Object.entries(sections).map(([section, told]) => ({
      section,
      text: withSources(told)
    }))
  });
  return { 'sections of the strategy': Object.keys(sections).length };
}

/** Paragraphs, and after those from one place in the plan a line that names it. */
function withSources(told: readonly Told[]): string {
  return told
    .flatMap((one, index) => {
      const source = sourceText(one.source);
      const next = told[index + 1];
      const isLast = next === undefined || sourceText(next.source) !== source;
      return isLast ? [one.text, `From: ${source}.`] : [one.text];
    })
    .join('\n\n');
}
