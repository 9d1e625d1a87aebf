import {
  agreeOn,
  answerRound,
  askPeople,
  beginRound,
  closeRound,
  enterPaper,
  noteBarrier,
  revealRound,
  setPriority,
  tiePriority,
  viewRound
} from '#modules/assessments/server';
import { noteQuestion, reopenStage, saveStage } from '#modules/stages/server';
import type { Fernhollow } from './fernhollow.ts';
import { dayMeant, give, lookUp, on } from './hand.ts';
import type { MadeUpAssessments } from './packs/made-up-assessments.ts';
import type { DayOrDays } from './packs/records.ts';
import type { Counts } from './stage.ts';

type MadeUpRound = MadeUpAssessments['rounds'][number];
type Together = NonNullable<MadeUpRound['together']>;

/**
 * The rounds in which Fernhollow rated itself by each instrument: those that are closed, one that is talked over, and those that are
 * open when the demonstration is loaded. Everybody answers as themselves; the coordinator leads and types what came on paper. `now` is the day on which the demonstration is loaded.
 */
export function scheduleAssessments(here: Fernhollow, now: string): Counts {
  const { rounds } = here.content.assessments;
  for (const round of rounds) scheduleRound(here, round, now);
  scheduleStages(here, now);
  return {
    rounds: rounds.length,
    'people’s answers in rounds': rounds.flatMap(({ answers }) => answers).length
  };
}

/** Where the stages of the work stand; those that were opened again are so on their own day. */
function scheduleStages(here: Fernhollow, now: string): void {
  const { records, reopenings, notes } = here.content.assessments.stages;
  for (const { addedOn, endsOn, ...one } of records) {
    here.timeline.on(addedOn, async () => {
      const ends = endsOn === null ? '' : dayMeant(endsOn, now);
      await give(on(here.coordinator, addedOn), saveStage, { ...one, endsOn: ends });
    });
  }
  for (const one of reopenings) {
    here.timeline.on(one.reopenedOn, async () => {
      await give(on(here.coordinator, one.reopenedOn), reopenStage, one);
    });
  }
  for (const one of notes) {
    here.timeline.on(one.notedOn, async () => {
      await give(on(here.coordinator, one.notedOn), noteQuestion, one);
    });
  }
}

function scheduleRound(here: Fernhollow, round: MadeUpRound, now: string): void {
  const day = (given: DayOrDays) => dayMeant(given, now);
  let id = '';
  here.timeline.on(day(round.addedOn), async () => {
    const hand = on(here.coordinator, day(round.addedOn));
    const { title, facilitator, instrument } = round;
    const part = round.part ?? '';
    const days = { opensOn: day(round.opensOn), closesOn: day(round.closesOn) };
    id = (await give(hand, beginRound, { title, facilitator, instrument, part, ...days })).id;
    for (const { account, sector } of round.asked) {
      const people = [lookUp(here.hands, account).personId];
      await give(hand, askPeople, { id, sector, people });
    }
  });
  for (const { account, on: given, onPaper, answers } of round.answers) {
    here.timeline.on(day(given), async () => {
      const person = lookUp(here.hands, account);
      if (!onPaper) {
        await give(on(person, day(given)), answerRound, { id, answers });
        return;
      }
      const hand = on(here.coordinator, day(given));
      const { asked } = await give(hand, viewRound, { id });
      const whose = asked.find(({ personId }) => personId === person.personId);
      await give(hand, enterPaper, { id, asked: whose?.id, answers });
    });
  }
  if (round.together !== null) scheduleTogether(here, round.together, () => id);
}

/** The reveal, what was agreed, what stands in the way and what follows; then the round is closed. */
function scheduleTogether(here: Fernhollow, together: Together, roundId: () => string): void {
  const { on: agreedOn, agreements, barriers, priorities, tiedOn, closedOn } = together;
  const present = together.present.join('\n');
  const tied = new Map<string, string>();
  here.timeline.on(agreedOn, async () => {
    const hand = on(here.coordinator, agreedOn);
    const of = { roundId: roundId() };
    await give(hand, revealRound, { id: roundId() });
    for (const one of agreements) await give(hand, agreeOn, { ...of, ...one, agreedOn, present });
    for (const one of barriers) await give(hand, noteBarrier, { ...of, ...one });
    for (const { action, ...one } of priorities) {
      const { id } = await give(hand, setPriority, { ...of, ...one });
      if (action !== null) tied.set(action, id);
    }
  });
  here.timeline.on(tiedOn, async () => {
    for (const [action, id] of tied) {
      const actionId = lookUp(here.actions, action);
      await give(on(here.coordinator, tiedOn), tiePriority, { id, actionId });
    }
  });
  if (closedOn === null) return;
  here.timeline.on(closedOn, async () => {
    await give(on(here.coordinator, closedOn), closeRound, { id: roundId() });
  });
}
