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
  const { learningPrinciples, priorities } = partsOf(here);
  const sections: Readonly<Record<string, readonly Told[]>> = {
    vision: [{ ...collaborative.vision, text: collaborative.vision.note }],
    'local-context': collaborative.context,
    'how-developed': collaborative.howDeveloped,
    'what-matters': priorities,
    'system-and-boundaries': [
      ...collaborative.system,
      ...headed('Collaboration needs:', collaborative.conditions)
    ],
    'what-we-will-do': headed(
      'The plan names three models of working together, from the lightest to the fullest:',
      collaborative.modelsOfCollaboration.map((one) => ({
        ...one,
        text: `${one.title}. ${one.description}${one.example === null ? '' : ` For example: ${one.example}`}`
      }))
    ),
    'how-we-will-do-it': [
      ...headed(
        'Seven principles, each a question to a proposal:',
        collaborative.principles.map((one) => ({ ...one, text: `${one.title}. ${one.test}` }))
      ),
      ...headed('Six principles of the group for learning and attainment:', learningPrinciples),
      ...headed(
        'Eleven enablers:',
        collaborative.enablers.map((one) => ({ ...one, text: `${one.title}. ${one.description}` }))
      ),
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

/** The five priorities with what each is to reach and what its group works on; and the principles of the group for learning. */
function partsOf({ plan: { groups, themes } }: Tayside) {
  return {
    priorities: groups.groups
      .filter((group) => group.kind === 'priority')
      .toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0))
      .map((group) => ({
        text: [`${group.number ?? ''}. ${group.name}.`, group.ambition ?? '', ...group.remit]
          .filter((part) => part !== '')
          .join(' '),
        source: group.source
      })),
    learningPrinciples: themes.principles.map((one) => ({
      ...one,
      text: `${one.title}. ${one.text}`
    }))
  };
}

/** A sentence before what it announces. */
function headed(sentence: string, told: readonly Told[]): Told[] {
  const [first] = told;
  return first === undefined ? [] : [{ text: sentence, source: first.source }, ...told];
}
