import { lookedThrough } from '#modules/disclosure';
import { fieldName, newTestParts, type ChangeIdeaId, type MeasureId } from '#modules/improvement';
import type { ProjectId, TestId } from '#modules/improvement';
import {
  choice,
  id,
  list,
  neededDate,
  neededText,
  optionalDate,
  optionalId,
  text,
  version
} from '#platform/fields';
import * as v from 'valibot';
import { fieldSentences as say } from './sentences.ts';
import {
  hosts,
  itemKinds,
  papers,
  waysHeld,
  type SessionId,
  type StoryboardId,
  type TakeawayId
} from './types.ts';

/** The shape of every input. Forms send texts; the demonstration and other callers may send the values themselves. */

const looked = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  lookedThrough(entries, { names: fieldName });

/** Numbered rows of which those without any words are left out. */
function rows<Entries extends v.ObjectEntries>(entries: Entries, most: number) {
  const row = v.object(entries);
  return v.pipe(
    v.nullish(v.array(v.record(v.string(), v.unknown())), []),
    v.transform((given) =>
      given.filter((one) =>
        Object.entries(one).some(([name, value]) => name !== 'kind' && value !== '')
      )
    ),
    v.array(row),
    v.maxLength(most, say.choice)
  );
}

const sessionParts = {
  title: neededText(say.title, 200),
  theme: text(300),
  startsOn: neededDate('The first day', say.startsOn),
  endsOn: optionalDate('The last day'),
  held: v.optional(choice(waysHeld, say.choice), 'in-person'),
  venue: text(300),
  host: v.optional(choice(hosts, say.choice), 'here'),
  hostName: text(200),
  about: text(),
  programme: rows(
    {
      time: text(40),
      title: neededText(say.itemTitle, 300),
      kind: v.optional(choice(itemKinds, say.choice), 'talk'),
      lead: text(200)
    },
    40
  ),
  awayTeam: rows(
    { role: neededText(say.role, 200), organisation: text(200), speaksFor: text(300) },
    40
  )
};

export const newSessionInput = looked(sessionParts);
export const sessionInput = looked({ sessionId: id<SessionId>(), ...sessionParts, version });
export const oneSession = v.object({ sessionId: id<SessionId>() });

const takeawayParts = {
  noticed: neededText(say.noticed, 1000),
  fromPlace: text(200),
  noticedBy: text(200),
  factorIds: list(),
  idea: text(300),
  changeIdeaId: optionalId<ChangeIdeaId>(),
  ownerRole: text(200)
};

export const newTakeawayInput = looked({ sessionId: id<SessionId>(), ...takeawayParts });
export const takeawayInput = looked({ takeawayId: id<TakeawayId>(), ...takeawayParts, version });
export const setAsideInput = looked({
  takeawayId: id<TakeawayId>(),
  setAsideWhy: neededText(say.setAsideWhy, 500),
  version
});
export const oneTakeaway = v.object({ takeawayId: id<TakeawayId>() });
export const takeUpInput = v.object({ takeawayId: id<TakeawayId>(), version });
export const planFromInput = looked({ takeawayId: id<TakeawayId>(), ...newTestParts });
export const linkInput = v.object({ takeawayId: id<TakeawayId>(), testId: id<TestId>() });

const boardParts = {
  title: neededText(say.boardTitle, 200),
  sessionId: optionalId<SessionId>(),
  projectId: optionalId<ProjectId>(),
  paper: v.optional(choice(papers, say.choice), 'a4'),
  testIds: v.pipe(list(), v.array(id<TestId>())),
  measureIds: v.pipe(list(), v.array(id<MeasureId>())),
  driver: text(500),
  learnt: text(1000),
  nextStep: text(1000)
};

export const newStoryboardInput = looked(boardParts);
export const storyboardInput = looked({
  storyboardId: id<StoryboardId>(),
  ...boardParts,
  version
});
export const oneStoryboard = v.object({ storyboardId: id<StoryboardId>() });
