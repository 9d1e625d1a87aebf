import {
  addDataItem,
  addQuestion,
  addSource,
  answerStep,
  recordFinding
} from '#modules/needs/server';
import type { MadeUpNeeds } from './packs/made-up-needs.ts';
import type { Fernhollow } from './fernhollow.ts';
import { give, lookUp, on } from './hand.ts';
import type { Counts } from './stage.ts';

type Item = MadeUpNeeds['items'][number];

/** Fernhollow's data library, needs-analysis plan and register of data items, with steps left for later as people leave them. */
export function scheduleNeeds(here: Fernhollow): Counts {
  const { sources, questions, items } = here.content.needs;
  scheduleSourcesAndQuestions(here);
  for (const item of items) {
    here.timeline.on(item.addedOn, () => describeItem(here, item));
  }
  return {
    'data sources': sources.length,
    'questions of need': questions.length,
    'data items': items.length
  };
}

function scheduleSourcesAndQuestions(here: Fernhollow): void {
  const { sources, questions } = here.content.needs;
  const ids = new Map<string, string>();
  for (const { id, addedOn: day, indicators, ...source } of sources) {
    here.timeline.on(day, async () => {
      const added = await give(on(here.lead, day), addSource, {
        ...source,
        indicatorIds: indicators.map((each) => lookUp(here.indicators, each))
      });
      ids.set(id, added.id);
    });
  }
  const asked = new Map<string, string>();
  for (const { id, addedOn: day, source, answer, ...question } of questions) {
    here.timeline.on(day, async () => {
      const dataSourceId = source === null ? '' : lookUp(ids, source);
      const hand = on(here.contributor, day);
      asked.set(id, (await give(hand, addQuestion, { ...question, dataSourceId })).id);
    });
    if (answer === null) continue;
    here.timeline.on(answer.foundOn, async () => {
      const finding = { id: lookUp(asked, id), ...answer, version: 1 };
      await give(on(here.contributor, answer.foundOn), recordFinding, finding);
    });
  }
}

async function describeItem(here: Fernhollow, item: Item): Promise<void> {
  const hand = on(here.lead, item.addedOn);
  const { title, heldWhere, subject, specialCategory } = item;
  const { id } = await give(hand, addDataItem, { title, heldWhere, subject, specialCategory });
  const { holder, lawfulBasis, specialCondition, sharing, assessment, keeping, purpose } = item;
  const { complaintsContact } = item;
  const answers = [
    lawfulBasis === null ? null : { step: 'basis', holder, lawfulBasis },
    specialCondition === null ? null : { step: 'condition', specialCondition },
    sharing === null
      ? null
      : { step: 'sharing', ...sharing, shared: sharing.shared ? 'yes' : 'no' },
    assessment === null ? null : { step: 'assessment', ...assessment },
    complaintsContact === '' ? null : { step: 'complaints', complaintsContact },
    { step: 'keeping', ...keeping },
    { step: 'purpose', ...purpose }
  ].filter((answer) => answer !== null);
  for (const [before, answer] of answers.entries()) {
    await give(hand, answerStep, { id, ...answer, version: before + 1 });
  }
}
