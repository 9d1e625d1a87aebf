import type { MadeUpLearning } from './packs/made-up-learning.ts';
import {
  addSession,
  addStoryboard,
  addTakeaway,
  freezeStoryboard,
  linkTest,
  setAside
} from '#modules/learning/server';
import type { Fernhollow } from './fernhollow.ts';
import { give, lookUp, on } from './hand.ts';
import type { Counts } from './stage.ts';

/** Fernhollow's learning sessions: one that led to tests, one that is coming, and the storyboards shown there. */
export function scheduleLearning(here: Fernhollow): Counts {
  const { sessions, takeaways, storyboards } = here.content.learning;
  const ids = new Map<string, string>();
  for (const session of sessions) scheduleSession(here, session, ids);
  for (const takeaway of takeaways) scheduleTakeaway(here, takeaway, ids);
  for (const board of storyboards) scheduleStoryboard(here, board, ids);
  return {
    'learning sessions': sessions.length,
    'things taken back': takeaways.length,
    storyboards: storyboards.length
  };
}

function scheduleSession(
  here: Fernhollow,
  { id, enteredOn: day, awayTeam, ...session }: MadeUpLearning['sessions'][number],
  ids: Map<string, string>
): void {
  here.timeline.on(day, async () => {
    const added = await give(on(here.coordinator, day), addSession, {
      ...session,
      awayTeam: awayTeam.map((member) => ({
        ...member,
        organisation: lookUp(here.organisations, member.organisation)
      }))
    });
    ids.set(id, added.id);
  });
}

function scheduleTakeaway(
  here: Fernhollow,
  takeaway: MadeUpLearning['takeaways'][number],
  sessions: ReadonlyMap<string, string>
): void {
  const { session, writtenOn, factors, changeIdea, tests, setAside: aside, ...words } = takeaway;
  const { ideas, tests: testIds } = here.improvement;
  let takeawayId = '';
  here.timeline.on(writtenOn, async () => {
    const added = await give(on(here.contributor, writtenOn), addTakeaway, {
      ...words,
      sessionId: lookUp(sessions, session),
      factorIds: factors,
      changeIdeaId: changeIdea === null ? '' : lookUp(ideas, changeIdea)
    });
    takeawayId = added.id;
  });
  for (const number of tests) {
    const test = here.content.improvement.project.cycles.find((cycle) => cycle.number === number);
    if (test === undefined) throw new Error(`There is no test ${number} to follow from a session.`);
    here.timeline.on(test.predictedOn, async () => {
      const link = { takeawayId, testId: testIds.get(number) };
      await give(on(here.contributor, test.predictedOn), linkTest, link);
    });
  }
  if (aside === null) return;
  here.timeline.on(aside.on, async () => {
    const asked = { id: takeawayId, setAsideWhy: aside.why, version: 1 };
    await give(on(here.contributor, aside.on), setAside, asked);
  });
}

function scheduleStoryboard(
  here: Fernhollow,
  { session, madeOn, keptOn, ...board }: MadeUpLearning['storyboards'][number],
  sessions: ReadonlyMap<string, string>
): void {
  let storyboardId = '';
  here.timeline.on(madeOn, async () => {
    const added = await give(on(here.contributor, madeOn), addStoryboard, {
      ...board,
      sessionId: lookUp(sessions, session),
      projectId: here.improvement.projectId
    });
    storyboardId = added.id;
  });
  if (keptOn === null) return;
  here.timeline.on(keptOn, async () => {
    await give(on(here.contributor, keptOn), freezeStoryboard, { id: storyboardId });
  });
}
