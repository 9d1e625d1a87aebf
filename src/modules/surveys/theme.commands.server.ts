import { dateOf } from '#core/dates';
import { err, ok, type Result } from '#core/result';
import { changedMeanwhile } from '#modules/partnerships/server';
import type { FactorId } from '#modules/vocabulary';
import { getSpine } from '#modules/vocabulary/server';
import { command } from '#platform/command';
import type { Tx } from '#platform/database';
import { holdRow, removeRow } from '#platform/saving';
import type { WriteScope } from '#platform/scope';
import {
  checkQuoteInput,
  newQuoteInput,
  newThemeInput,
  oneInput,
  quoteInput,
  themeInput
} from './schema.ts';
import * as store from './themes.store.server.ts';
import type { Theme } from './types.ts';
import * as voices from './voices.store.server.ts';

const none = '00000000-0000-4000-8000-000000000000';
const notFound = { kind: 'not-found' } as const;

type ThemeRefusal =
  { readonly kind: 'name-taken' } | { readonly kind: 'unknown-link'; readonly field: string };

/** The factors as those of the spine. Refuses others, and a name that another theme has. */
async function soundTheme(
  tx: Tx,
  scope: WriteScope,
  given: { readonly id: string; readonly name: string; readonly factors: readonly string[] }
): Promise<Result<FactorId[], ThemeRefusal>> {
  const name = given.name.toLowerCase();
  const others = (await store.themes(tx, scope)).filter(({ id }) => id !== given.id);
  if (others.some((one) => one.name.toLowerCase() === name)) return err({ kind: 'name-taken' });
  const { factors } = await getSpine(tx);
  const known = factors.flatMap(({ id }) => (given.factors.includes(id) ? [id] : []));
  return known.length === new Set(given.factors).size
    ? ok(known)
    : err({ kind: 'unknown-link', field: 'factors' });
}

const textsOf = ({ name, definition }: Pick<Theme, 'name' | 'definition'>) => ({
  name,
  definition
});

/** Adds a theme, tied to the factors it speaks of. */
export const addTheme = command({
  name: 'surveys.add-theme',
  needs: 'voices:record',
  input: newThemeInput,
  example: { name: 'Times that do not fit shift work' },
  async run({ scope, input, tx, newId }) {
    const id = newId();
    const factors = await soundTheme(tx, scope, { id, ...input });
    if (!factors.ok) return factors;
    await store.addTheme(tx, scope, { id, ...input, factors: factors.value });
    return ok({ id });
  }
});

/** Changes a theme. What was coded to it stays. */
export const changeTheme = command({
  name: 'surveys.change-theme',
  needs: 'voices:record',
  input: themeInput,
  example: { id: none, name: 'Times that do not fit shift work', version: 1 },
  async run({ scope, input, tx }) {
    const stored = await store.findTheme(tx, scope, input.id);
    if (stored === null) return err(notFound);
    const factors = await soundTheme(tx, scope, input);
    if (!factors.ok) return factors;
    const version = await store.saveTheme(tx, scope, { ...input, factors: factors.value });
    if (version !== null) return ok({ version });
    const theirs = { ...textsOf(stored), factors: [...stored.factors] };
    return err(await changedMeanwhile(tx, scope, 'theme', stored, theirs));
  }
});

/** Removes a theme that nothing belongs to. */
export const removeTheme = command({
  name: 'surveys.remove-theme',
  needs: 'voices:record',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    const { id } = input;
    if ((await store.findTheme(tx, scope, id)) === null) return err(notFound);
    const belongs = [...(await voices.passages(tx, scope)), ...(await store.quotes(tx, scope))];
    if (belongs.some((one) => one.themeId === id)) return err({ kind: 'theme-in-use' } as const);
    await removeRow(tx, scope, 'theme', id);
    return ok();
  }
});

/** Makes a quote of a passage: a copy, shortened and changed so that nobody can be recognised. It waits for a second look. */
export const makeQuote = command({
  name: 'surveys.make-quote',
  needs: 'voices:record',
  input: newQuoteInput,
  example: { passageId: none, words: 'We would come more often if it began later.' },
  async run({ scope, input, tx, now, newId }) {
    const passage = await voices.findPassage(tx, scope, input.passageId);
    // Leave to quote may be taken back at this moment.
    if (passage !== null) await holdRow(tx, scope, 'voice', passage.voiceId);
    const voice = passage === null ? null : await voices.findVoice(tx, scope, passage.voiceId);
    if (passage === null || voice === null) return err(notFound);
    if (voice.erasedOn !== null) return err({ kind: 'erased' } as const);
    if (!voice.mayQuote) return err({ kind: 'no-consent-to-quote' } as const);
    const id = newId();
    await store.addQuote(tx, scope, {
      id,
      voiceId: voice.id,
      themeId: passage.themeId,
      words: input.words,
      madeOn: dateOf(now)
    });
    return ok({ id });
  }
});

/** Changes the words of a quote. They must be looked at again, by somebody else than whoever changed them. */
export const changeQuote = command({
  name: 'surveys.change-quote',
  needs: 'voices:record',
  input: quoteInput,
  example: { id: none, words: 'We would come if it began later.', version: 1 },
  async run({ scope, input, tx, now }) {
    const stored = await store.findQuote(tx, scope, input.id);
    if (stored === null) return err(notFound);
    const version = await store.saveQuoteWords(tx, scope, { ...input, on: dateOf(now) });
    if (version !== null) return ok({ version });
    return err(await changedMeanwhile(tx, scope, 'quote', stored, { words: stored.words }));
  }
});

/** The second look: somebody else than the maker says that nobody can be recognised. Only then is a quote ready. */
export const checkQuote = command({
  name: 'surveys.check-quote',
  needs: 'voices:record',
  input: checkQuoteInput,
  example: { id: none, version: 1, unrecognisable: 'yes' },
  async run({ scope, input, tx, now }) {
    const stored = await store.findQuote(tx, scope, input.id);
    if (stored === null) return err(notFound);
    if (stored.madeById === scope.personId) return err({ kind: 'own-quote' } as const);
    const version = await store.markChecked(tx, scope, input, dateOf(now));
    if (version !== null) return ok({ version });
    return err(await changedMeanwhile(tx, scope, 'quote', stored, { words: stored.words }));
  }
});

/** Removes a quote. What was said stays in its note. */
export const removeQuote = command({
  name: 'surveys.remove-quote',
  needs: 'voices:record',
  input: oneInput,
  example: { id: none },
  async run({ scope, input, tx }) {
    return (await removeRow(tx, scope, 'quote', input.id)) ? ok() : err(notFound);
  }
});
