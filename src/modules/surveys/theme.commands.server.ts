import { dateOf } from '#core/dates';
import { err, ok } from '#core/result';
import { editing, removing, savedOrChanged, saying } from '#modules/records/server';
import { command } from '#platform/command';
import { holdKind, holdRow } from '#platform/saving';
import { quoteKind, themeKind } from './kinds.ts';
import { checkQuoteInput, newQuoteInput, quoteInput } from './schema.ts';
import { explainSurveyProblem as explain } from './sentences.ts';
import * as store from './themes.store.server.ts';
import * as voices from './voices.store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

/** Themes, tied to the factors they speak of. Refuses a name that another theme has. What was coded to a theme stays when it changes. */
export const {
  add: addTheme,
  change: changeTheme,
  remove: removeTheme,
  blank: blankTheme,
  form: formOfTheme
} = editing(themeKind, {
  example: { name: 'Times that do not fit shift work' },
  async check({ tx, scope, values, stored }) {
    await holdKind(tx, scope, 'themes');
    const name = values.name.toLowerCase();
    const others = (await store.themeRecords.choose(tx, scope)).filter(
      ({ id }) => id !== stored?.id
    );
    const isTaken = others.some(({ title }) => title.toLowerCase() === name);
    return isTaken ? err({ kind: 'name-taken' } as const) : ok(values);
  },
  explain
});

/** Makes a quote of a passage: a copy, shortened and changed so that nobody can be recognised. It waits for a second look. */
export const makeQuote = saying(
  command({
    name: 'surveys.make-quote',
    needs: quoteKind.permission.add,
    input: newQuoteInput,
    example: { passageId: none, words: 'We would come more often if it began later.' },
    async run({ scope, input, tx, now, newId }) {
      const passage = await voices.findPassage(tx, scope, input.passageId);
      if (passage === null) return err(notFound);
      // Leave to quote may be taken back at this moment.
      await holdRow(tx, scope, 'voice', passage.voiceId);
      const voice = await voices.voiceRecords.find(tx, scope, passage.voiceId);
      if (voice === null) return err(notFound);
      if (voice.erasedOn !== null) return err({ kind: 'erased' } as const);
      if (!voice.mayQuote) return err({ kind: 'no-consent-to-quote' } as const);
      const id = newId();
      await store.quoteRecords.add(tx, scope, id, {
        voiceId: voice.id,
        themeId: passage.themeId,
        words: input.words,
        madeBy: scope.personId,
        madeOn: dateOf(now)
      });
      return ok({ id });
    }
  }),
  { done: quoteKind.words.added, explain }
);

/** Changes the words of a quote. They must be looked at again, by somebody else than whoever changed them. */
export const changeQuote = saying(
  command({
    name: 'surveys.change-quote',
    needs: quoteKind.permission.change,
    input: quoteInput,
    example: { id: none, words: 'We would come if it began later.', version: 1 },
    run({ scope, input: { id, version, words }, tx, now }) {
      const made = { words, madeBy: scope.personId, madeOn: dateOf(now) };
      const unchecked = { ...made, checkedBy: null, checkedOn: null };
      return savedOrChanged({ tx, scope, kind: quoteKind, id }, unchecked, version);
    }
  }),
  { done: quoteKind.words.changed, explain }
);

/** The second look: somebody else than the maker says that nobody can be recognised. Only then is a quote ready. */
export const checkQuote = saying(
  command({
    name: 'surveys.check-quote',
    needs: 'voices:record',
    input: checkQuoteInput,
    example: { id: none, version: 1, unrecognisable: 'yes' },
    async run({ scope, input: { id, version }, tx, now }) {
      const stored = await store.quoteRecords.find(tx, scope, id);
      if (stored === null) return err(notFound);
      if (stored.madeBy === scope.personId) return err({ kind: 'own-quote' } as const);
      const checked = { checkedBy: scope.personId, checkedOn: dateOf(now) };
      return savedOrChanged({ tx, scope, kind: quoteKind, id }, checked, version);
    }
  }),
  { done: 'The quote is ready to be shown.', explain }
);

/** Removes a quote. What was said stays in its note. */
export const removeQuote = removing(quoteKind);
