import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { oneInput } from '#modules/records';
import { choicesFor } from '#modules/records/server';
import { findPack, packFile, packsHolding } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import { id } from '#platform/fields';
import { mayDo } from '#platform/permissions';
import type { ReadScope } from '#platform/scope';
import * as v from 'valibot';
import { readsAlike } from './areas.ts';
import { collaborativesOf } from './areas.store.server.ts';
import { changeSince } from './change.ts';
import { instrumentFile } from './steering.server.ts';
import {
  elementsOf,
  partOf,
  readInstrument,
  topicIn,
  topicsOf,
  type Instrument,
  type Topic
} from './instrument.ts';
import { evidenceKind, type Agreement, type Round } from './kinds.ts';
import { lowestOf, mayLeadRound, notOpen, notShowable } from './rules.ts';
import { bandOf, meanOf, spreadOf } from './spread.ts';
import * as store from './store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** Every round, the latest first, and where whoever asks stands in it. */
export const viewRounds = query({
  name: 'assessments.view-rounds',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const names = await store.scopeNames(tx, scope);
    const kept = new Map((await store.instruments(tx, scope)).map((one) => [one.id, one]));
    const own = await store.ownStandings(tx, scope);
    const today = dateOf(now);
    return ok({
      today,
      /** Whether there are other areas to look at beside this one. */
      hasAreas: (await collaborativesOf(tx, scope)).length > 0,
      rounds: (await store.rounds.list(tx, scope)).map((round) => ({
        ...round,
        instrument: kept.get(round.instrumentId)?.body.title ?? '',
        /** The part of the instrument that it is of; null where it is of all of it. */
        partTitle:
          kept
            .get(round.instrumentId)
            ?.body.dimensions.find(({ id: dimension }) => dimension === round.part)?.title ?? null,
        about: names.get(round.groupId ?? round.settingId ?? '') ?? null,
        /** Null for whoever is not asked. */
        standing: own.get(round.id) ?? null,
        takesAnswers: notOpen(round, today) === null
      }))
    });
  }
});

/** The instruments that a round may begin with, by name; retired ones are left out. */
export const viewInstruments = query({
  name: 'assessments.view-instruments',
  needs: 'assessments:facilitate',
  input: v.object({}),
  example: {},
  async run({ tx }) {
    const packs = [];
    for (const packId of await packsHolding(tx, instrumentFile)) {
      const pack = await findPack(tx, packId);
      if (pack === null || pack.retired) continue;
      const body = await packFile(tx, packId, instrumentFile, readInstrument);
      packs.push({
        id: packId,
        title: body.title,
        asks: body.asks,
        questions: elementsOf(body).length,
        parts: body.dimensions.map(({ id: part, title }) => ({ id: part, title })),
        version: pack.version,
        attribution: pack.attribution
      });
    }
    return ok({
      instruments: packs.toSorted((one, other) => one.title.localeCompare(other.title, 'en-GB'))
    });
  }
});

async function roundAt(tx: Tx, scope: ReadScope, roundId: string) {
  const round = await store.rounds.find(tx, scope, roundId);
  const all = await store.instruments(tx, scope);
  const kept = all.find((one) => one.id === round?.instrumentId);
  if (round === null || kept === undefined) return null;
  return { round, kept: { ...kept, body: narrowed(kept.body, round) }, all };
}

/** The instrument as a round asks it: whole, or the part that the round is of. */
function narrowed(body: Instrument, { part }: Pick<Round, 'part'>): Instrument {
  const own = partOf(body, part);
  if (!own.ok) throw new Error('A round has lost the part of its instrument.');
  return own.value;
}

/** How the answers about each statement of a topic lie, with its mean where one may be taken. */
function topicSpread(
  instrument: Instrument,
  topic: Topic,
  answers: Awaited<ReturnType<typeof store.revealedAnswers>>
) {
  return topic.elements.map(({ id: element, title, question }) => {
    const spread = spreadOf(
      instrument,
      answers.filter((one) => one.element === element)
    );
    const mean = spread.kind === 'shown' ? meanOf(spread.all, instrument) : null;
    return {
      id: element,
      title,
      question,
      spread,
      mean,
      band: mean === null ? null : bandOf(mean, instrument)
    };
  });
}

const mayLeadOf = (scope: ReadScope, round: Round): boolean =>
  mayLeadRound(round, {
    personId: scope.personId,
    role: scope.role,
    mayLead: mayDo(scope.role, 'assessments:facilitate')
  });

/** Whether somebody may read the reasons of this instrument. */
const mayReadReasons = (scope: ReadScope, { reasonsFor }: Instrument): boolean =>
  reasonsFor === 'everybody' || mayDo(scope.role, 'assessments:facilitate');

/** The levels that were agreed in a round, by element. */
async function agreedIn(tx: Tx, scope: ReadScope, roundId: string) {
  const agreements = await store.agreements.list(tx, scope, { roundId });
  return new Map(agreements.map(({ element, level }) => [element, level]));
}

/** The latest earlier round of the same instrument about the same, in which something was agreed; null where there is none. */
async function roundBefore(
  tx: Tx,
  scope: ReadScope,
  round: Round,
  instruments: readonly store.KeptInstrument[]
) {
  const packOf = (one: Round) =>
    instruments.find((each) => each.id === one.instrumentId)?.pack ?? '';
  const earlier = (await store.rounds.list(tx, scope)).filter(
    (one) =>
      one.id !== round.id &&
      one.closesOn < round.opensOn &&
      (one.status === 'agreed' || one.status === 'closed') &&
      one.groupId === round.groupId &&
      one.settingId === round.settingId &&
      one.part === round.part &&
      packOf(one) === packOf(round)
  );
  for (const one of earlier) {
    const levels = await agreedIn(tx, scope, one.id);
    const instrument = instruments.find((each) => each.id === one.instrumentId)?.body;
    if (levels.size > 0 && instrument !== undefined) {
      return { round: one, instrument: narrowed(instrument, one), levels };
    }
  }
  return null;
}

/**
 * One round: who is asked, what was agreed and what follows, and the change since the round before. Before the reveal nothing of the
 * answers is in it for anybody; whoever leads rounds sees who has answered.
 */
export const viewRound = query({
  name: 'assessments.view-round',
  needs: 'records:read',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx, now }) {
    const found = await roundAt(tx, scope, input.id);
    if (found === null) return err(notFound);
    const { round, kept } = found;
    const mayLead = mayLeadOf(scope, round);
    const mayName = mayDo(scope.role, 'partnership:manage') && round.status !== 'closed';
    const asked = await store.asked(tx, scope, round.id);
    const own = asked.find(({ personId }) => personId === scope.personId);
    const isRevealed = round.status !== 'open';
    const answers = isRevealed ? await store.revealedAnswers(tx, scope, round.id) : [];
    const agreements = await store.agreements.list(tx, scope, { roundId: round.id });
    const barriers = await store.barriers.list(tx, scope, { roundId: round.id });
    const before = await roundBefore(tx, scope, round, found.all);
    const levels = new Map(agreements.map(({ element, level }) => [element, level]));
    const askedIds = new Set(asked.map(({ personId }) => personId));
    const today = dateOf(now);
    return ok({
      round,
      instrument: kept.body,
      packVersion: kept.packVersion,
      attribution: kept.attribution,
      about:
        (await store.scopeNames(tx, scope)).get(round.groupId ?? round.settingId ?? '') ?? null,
      mayLead,
      leader: await store.leaderName(tx, scope, round.id),
      /** Those whom a coordinator may name to lead it. */
      mayBeLeaders: mayName
        ? (await store.members(tx, scope)).filter(({ role }) =>
            mayDo(role, 'assessments:facilitate')
          )
        : [],
      standing: own?.standing ?? null,
      ownAskedId: own?.id ?? null,
      notOpen: notOpen(round, today),
      askedCount: asked.length,
      /** Whether whoever asks may say what of it other areas see. */
      mayShow:
        mayDo(scope.role, 'partnership:manage') &&
        notShowable(round, kept.body) === null &&
        (await collaborativesOf(tx, scope)).some(({ isSelf }) => !isSelf),
      asked: mayLead ? asked : [],
      mayBeAsked:
        mayLead && !isRevealed
          ? (await store.members(tx, scope)).filter(({ personId }) => !askedIds.has(personId))
          : [],
      topics: topicsOf(kept.body).map((topic) => ({
        id: topic.id,
        title: topic.title,
        /** Its statements, or itself where it is one; null before the reveal. */
        elements: isRevealed ? topicSpread(kept.body, topic, answers) : null,
        agreement: agreements.find((one) => one.element === topic.id) ?? null,
        barriers: barriers.filter((one) => one.element === topic.id)
      })),
      lowest: lowestOf(kept.body, levels),
      actions: await store.priorityActions.list(tx, scope, { roundId: round.id }),
      before:
        before === null || levels.size === 0
          ? null
          : {
              id: before.round.id,
              title: before.round.title,
              change: changeSince(before, { instrument: kept.body, levels })
            }
    });
  }
});

/** One's own answers in a round in which one is asked, for their form. */
export const viewOwnAnswers = query({
  name: 'assessments.view-own-answers',
  needs: 'assessments:answer',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx, now }) {
    const found = await roundAt(tx, scope, input.id);
    const standing = (await store.ownStandings(tx, scope)).get(input.id);
    if (found === null || standing === undefined) return err(notFound);
    const { round, kept } = found;
    return ok({
      round,
      instrument: kept.body,
      attribution: kept.attribution,
      standing,
      notOpen: notOpen(round, dateOf(now)),
      answers: await store.ownAnswers(tx, scope, round.id)
    });
  }
});

/** Whose paper is to be typed. What was typed before is not shown: it is typed anew. */
export const viewPaper = query({
  name: 'assessments.view-paper',
  needs: 'assessments:facilitate',
  input: v.object({ id: id(), asked: id() }),
  example: { id: none, asked: none },
  async run({ scope, input, tx, now }) {
    const found = await roundAt(tx, scope, input.id);
    const one = (await store.asked(tx, scope, input.id)).find((each) => each.id === input.asked);
    if (found === null || one === undefined) return err(notFound);
    return ok({
      round: found.round,
      instrument: found.kept.body,
      attribution: found.kept.attribution,
      who: one,
      isOwn: one.personId === scope.personId,
      mayLead: mayLeadOf(scope, found.round),
      notOpen: notOpen(found.round, dateOf(now))
    });
  }
});

/**
 * One topic of a round whose spread was shown: how the answers about each of its statements lie, the reasons without whose they are, and
 * what was agreed. Where an instrument keeps the reasons that people wrote for leads, others are given none; what was agreed is for all.
 */
export const viewTopic = query({
  name: 'assessments.view-topic',
  needs: 'records:read',
  input: v.object({ id: id(), topic: v.string() }),
  example: { id: none, topic: 'strategy' },
  async run({ scope, input, tx, now }) {
    const found = await roundAt(tx, scope, input.id);
    const topic = found && topicIn(found.kept.body, input.topic);
    if (found === null || topic === undefined || topic === null) return err(notFound);
    const { round, kept } = found;
    if (round.status === 'open') return err(notFound);
    const answers = await store.revealedAnswers(tx, scope, round.id);
    const mayRead = mayReadReasons(scope, kept.body);
    const all = await store.agreements.list(tx, scope, { roundId: round.id });
    const agreement = all.find((one) => one.element === topic.id) ?? null;
    const order = topicsOf(kept.body);
    const at = order.findIndex((one) => one.id === topic.id);
    return ok({
      round,
      instrument: kept.body,
      topic,
      mayLead: mayLeadOf(scope, round),
      mayRead,
      next: order[at + 1] ?? null,
      elements: topicSpread(kept.body, topic, answers).map((one) => ({
        ...one,
        // With too few answers their words would say whose they are.
        words:
          one.spread.kind === 'too-few' || !mayRead
            ? []
            : answers
                .filter(
                  ({ element, reason, evidence }) => element === one.id && reason + evidence !== ''
                )
                .map(({ reason, evidence }) => ({ reason, evidence }))
      })),
      agreement,
      lastPresent: all.find(({ present }) => present.length > 0)?.present ?? [],
      barriers: (await store.barriers.list(tx, scope, { roundId: round.id })).filter(
        (one) => one.element === topic.id
      ),
      evidence: await store.evidence.list(tx, scope, { roundId: round.id, element: topic.id }),
      /** What evidence may be tied to, for whoever may tie some. */
      choices: mayLeadOf(scope, round) ? await choicesFor(tx, scope, evidenceKind) : {},
      today: dateOf(now)
    });
  }
});

/** From which round an action of the plan came; null where it came from none. */
export const viewOriginOfAction = query({
  name: 'assessments.view-origin-of-action',
  needs: 'records:read',
  input: v.object({ actionId: id() }),
  example: { actionId: none },
  async run({ scope, input, tx }) {
    const [one] = await store.priorityActions.list(tx, scope, { actionId: input.actionId });
    const found = one === undefined ? null : await roundAt(tx, scope, one.roundId);
    if (one === undefined || found === null) return ok({ origin: null });
    return ok({
      origin: {
        roundId: found.round.id,
        round: found.round.title,
        element: topicIn(found.kept.body, one.element)?.title ?? one.element
      }
    });
  }
});

/** What a round wants of whoever asks: their own answer, or of whoever leads it the spread. */
export type DueRound = {
  readonly id: string;
  readonly title: string;
  readonly kind: 'answer' | 'reveal';
  readonly on: string;
};

/**
 * Rounds that want something by a day: an answer of whoever is asked and has not given all of it, by the last day for answers; after that
 * day the spread, of whoever may lead the round.
 */
export async function dueRounds(tx: Tx, scope: ReadScope, today: string): Promise<DueRound[]> {
  const own = await store.ownStandings(tx, scope);
  return (await store.rounds.list(tx, scope, { status: 'open' })).flatMap(
    (round): readonly DueRound[] => {
      const { id: roundId, title, closesOn: on } = round;
      const standing = own.get(roundId);
      if (notOpen(round, today) === null) {
        const isWaiting = standing !== undefined && standing !== 'done';
        return isWaiting ? [{ id: roundId, title, kind: 'answer', on }] : [];
      }
      return today > on && mayLeadOf(scope, round)
        ? [{ id: roundId, title, kind: 'reveal', on }]
        : [];
    }
  );
}

/** What was last agreed by one instrument, topic by topic, and its rounds. */
export type LatestAgreed = {
  readonly topics: readonly {
    readonly part: string;
    readonly topic: string;
    readonly title: string;
    readonly asks: string;
    /** Null while nothing is agreed on it. */
    readonly level: string | null;
    readonly reason: string;
    readonly agreedOn: string | null;
    readonly roundId: string | null;
    /** The level agreed in the round before; null where there is none, or it was asked in other words. */
    readonly before: string | null;
  }[];
  readonly rounds: readonly Pick<
    Round,
    'id' | 'title' | 'part' | 'status' | 'closesOn' | 'groupId' | 'settingId'
  >[];
};

/**
 * What the partnership last agreed by an instrument, over all rounds about the whole partnership, the latest round first. A level of a
 * round on another scale than today's is left out: its steps are not these.
 */
export async function latestAgreed(
  tx: Tx,
  scope: ReadScope,
  packId: string
): Promise<LatestAgreed> {
  const today = await packFile(tx, packId, instrumentFile, readInstrument);
  const kept = new Map(
    (await store.instruments(tx, scope))
      .filter(({ pack }) => pack === packId)
      .map((one) => [one.id, one.body])
  );
  const rounds = (await store.rounds.list(tx, scope)).filter(
    ({ instrumentId, groupId, settingId }) =>
      kept.has(instrumentId) && groupId === null && settingId === null
  );
  const said: { round: Round; agreements: readonly Agreement[] }[] = [];
  for (const round of rounds) {
    const agreements = await store.agreements.list(tx, scope, { roundId: round.id });
    if (agreements.length > 0) said.push({ round, agreements });
  }
  return {
    rounds,
    topics: today.dimensions.flatMap((dimension) =>
      topicsOf({ kind: today.kind, dimensions: [dimension] }).map(({ id: topic, title, asks }) => {
        const found = said.flatMap(({ round, agreements }) => {
          const one = agreements.find(({ element }) => element === topic);
          const body = kept.get(round.instrumentId);
          if (one === undefined || body === undefined) return [];
          return readsAlike(body, today, topic) === 'alike' ? [{ ...one, roundId: round.id }] : [];
        });
        const [last, before] = found;
        return {
          part: dimension.id,
          topic,
          title,
          asks,
          level: last?.level ?? null,
          reason: last?.reason ?? '',
          agreedOn: last?.agreedOn ?? null,
          roundId: last?.roundId ?? null,
          before: before?.level ?? null
        };
      })
    )
  };
}
