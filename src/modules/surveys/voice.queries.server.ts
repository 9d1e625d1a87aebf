import { ruleOf } from '#modules/disclosure/server';
import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { lastChangeOf } from '#platform/last-change';
import type { FactorId } from '#modules/vocabulary';
import { oneInput } from '#modules/records';
import { getSpine } from '#modules/vocabulary/server';
import { query } from '#platform/command';
import type { Tx } from '#platform/database';
import { mayDo } from '#platform/permissions';
import type { ReadScope } from '#platform/scope';
import { without } from '#platform/stored';
import * as v from 'valibot';
import type { Voice } from './kinds.ts';
import { passageWords, sentencesOf } from './passages.ts';
import { countTheme, themesByFactor, type VoiceAtFactor } from './theme-counts.ts';
import * as themes from './themes.store.server.ts';
import * as store from './voices.store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** What was said, the latest first, for those who may read it in people's own words. */
export const viewVoices = query({
  name: 'surveys.view-voices',
  needs: 'voices:record',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const passages = await store.passages(tx, scope);
    const today = dateOf(now);
    const voices = (await store.voiceRecords.list(tx, scope)).map(({ words, ...voice }) => ({
      ...withoutItsAnswer(voice),
      beginning: words.slice(0, 160),
      pieces: passages.filter((one) => one.voiceId === voice.id).length
    }));
    const due = voices.filter((one) => isDue(one, today)).length;
    return ok({ voices, due, today });
  }
});

/** A voice as its page shows it: nobody is told which answer it is a copy of. */
const withoutItsAnswer = without('responseId', 'surveyQuestionId');

const isDue = (voice: Pick<Voice, 'keepUntil' | 'erasedOn'>, today: string): boolean =>
  voice.erasedOn === null && voice.keepUntil !== null && voice.keepUntil < today;

/** One voice sentence by sentence, with its passages, the themes there are, and its quotes. */
export const viewVoice = query({
  name: 'surveys.view-voice',
  needs: 'voices:record',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx, now }) {
    const voice = await store.voiceRecords.find(tx, scope, input.id);
    if (voice === null) return err(notFound);
    const all = await themes.themeRecords.list(tx, scope);
    const passages = await store.passages(tx, scope, { voiceId: voice.id });
    const { factors } = await getSpine(tx);
    return ok({
      voice: withoutItsAnswer(voice),
      sentences: sentencesOf(voice.words),
      passages: passages.map((passage) => ({
        ...passage,
        theme: all.find(({ id }) => id === passage.themeId)?.name ?? '',
        words: passageWords(voice.words, passage)
      })),
      themes: all,
      quotes: await themes.quotes(tx, scope, { voiceId: voice.id }),
      factors,
      last: await lastChangeOf(tx, scope, 'voice', voice.id),
      today: dateOf(now)
    });
  }
});

/** The themes with what stands behind each, and how much waits to be read through or looked at. */
export const viewThemes = query({
  name: 'surveys.view-themes',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx, now }) {
    const voices = await store.voiceStates(tx, scope);
    const passages = await store.passages(tx, scope);
    const quotes = await themes.quotes(tx, scope);
    const { factors, factorGroups } = await getSpine(tx);
    const today = dateOf(now);
    return ok({
      rule: await ruleOf(tx, scope, 'export'),
      themes: (await themes.themeRecords.list(tx, scope)).map((theme) => ({
        ...theme,
        ...countTheme(theme.id, passages, voices),
        quotes: quotes.filter((one) => one.themeId === theme.id && one.checkedOn !== null).length
      })),
      voices: voices.length,
      toCode: voices.filter((one) => !one.codingDone && one.erasedOn === null).length,
      toErase: voices.filter((one) => isDue(one, today)).length,
      quotesWaiting: quotes.filter((one) => one.checkedOn === null).length,
      factors,
      factorGroups
    });
  }
});

/** One theme: how many pieces from how many sources, its quotes, and its passages for those who may read them. */
export const viewTheme = query({
  name: 'surveys.view-theme',
  needs: 'records:read',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    const theme = await themes.themeRecords.find(tx, scope, input.id);
    if (theme === null) return err(notFound);
    const voices = await store.voiceRecords.list(tx, scope);
    const passages = await store.passages(tx, scope, { themeId: theme.id });
    const quotes = await themes.quotes(tx, scope, { themeId: theme.id });
    const mayReadWords = mayDo(scope.role, 'voices:record');
    const { factors, factorGroups } = await getSpine(tx);
    return ok({
      theme,
      count: countTheme(theme.id, passages, voices),
      passages: mayReadWords
        ? passages.flatMap((passage) => {
            const voice = voices.find(({ id }) => id === passage.voiceId);
            if (voice === undefined) return [];
            const { title, saidBy, method, heardOn, mayQuote } = voice;
            const words = passageWords(voice.words, passage);
            return [{ ...passage, words, title, saidBy, method, heardOn, mayQuote }];
          })
        : null,
      quotes: mayReadWords ? quotes : quotes.filter((one) => one.checkedOn !== null),
      factors,
      factorGroups,
      last: await lastChangeOf(tx, scope, 'theme', theme.id)
    });
  }
});

/** A passage, to make a quote of it. */
export const viewPassage = query({
  name: 'surveys.view-passage',
  needs: 'voices:record',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    const passage = await store.findPassage(tx, scope, input.id);
    const voice = passage && (await store.voiceRecords.find(tx, scope, passage.voiceId));
    const theme = passage && (await themes.themeRecords.find(tx, scope, passage.themeId));
    if (passage === null || voice === null || theme === null) return err(notFound);
    const words = passageWords(voice.words, passage);
    return ok({ passage, words, voice: withoutItsAnswer(voice), theme });
  }
});

/** Quotes, those that wait for a second look first. */
export const viewQuotes = query({
  name: 'surveys.view-quotes',
  needs: 'records:read',
  input: v.object({}),
  example: {},
  async run({ scope, tx }) {
    const all = await themes.quotes(tx, scope);
    const mayRecord = mayDo(scope.role, 'voices:record');
    return ok({
      waiting: mayRecord ? all.filter((one) => one.checkedOn === null) : [],
      ready: all.filter((one) => one.checkedOn !== null),
      themes: await themes.themeRecords.list(tx, scope)
    });
  }
});

/** One quote beside the words it was made of. */
export const viewQuote = query({
  name: 'surveys.view-quote',
  needs: 'voices:record',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    const quote = await themes.findQuote(tx, scope, input.id);
    if (quote === null) return err(notFound);
    const voice = await store.voiceRecords.find(tx, scope, quote.voiceId);
    const { voiceId, themeId } = quote;
    const passages = await store.passages(tx, scope, { voiceId, themeId });
    return ok({
      quote,
      isOwn: quote.madeById === scope.personId,
      theme: await themes.themeRecords.find(tx, scope, quote.themeId),
      source: voice === null ? [] : passages.map((one) => passageWords(voice.words, one))
    });
  }
});

/** For the thread: what people say about each factor. Factors of which nobody said anything are not in the map. */
export async function voicesByFactor(
  tx: Tx,
  scope: ReadScope
): Promise<Map<FactorId, VoiceAtFactor[]>> {
  return themesByFactor(
    await themes.themeRecords.list(tx, scope),
    await store.passages(tx, scope),
    await store.voiceStates(tx, scope),
    await themes.quotes(tx, scope)
  );
}
