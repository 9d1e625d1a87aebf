import { listOf, textOf, type FormValues } from '#core/form-state';
import { err, ok, type Result } from '#core/result';
import { scanText, type FindKind } from '#modules/disclosure';
import type { Questions } from './kinds.ts';
import { howOftens, longest, reaches, type Answer, type Use } from './types.ts';

/** What is wrong with one field of an answer. */
export type AnswerProblem =
  | { readonly kind: 'choose-or-none' }
  | { readonly kind: 'none-and-some' }
  | { readonly kind: 'not-a-choice' }
  | { readonly kind: 'not-a-month'; readonly latest: string }
  | { readonly kind: 'support-not-said' }
  | { readonly kind: 'role-missing' }
  | { readonly kind: 'too-long'; readonly most: number }
  | { readonly kind: 'personal-details'; readonly found: readonly FindKind[] };
export type AnswerProblems = Readonly<Record<string, AnswerProblem>>;

/** What the box is called by which a setting says that it uses none of the approaches. */
export const noneOfThem = 'none';

/** The name of the form's field for one thing asked about an approach, counted from 0. */
export const useField = (name: Exclude<keyof Use, 'approach'>, approach: number): string =>
  `${name}-${approach}`;

/**
 * What the form of a setting brings, or what is wrong with it by the names of its fields.
 *
 * Refuses: neither an approach nor "none of them", and both; a choice that is not offered; a month that is none, or after `today`;
 * wants support left out; nobody's role; a text that is too long, or by which a person could be found. Whoever answers has no box
 * to send it all the same: what is not needed is not taken.
 * Passes over what was said of approaches that are not ticked: whoever unticks one takes it back.
 */
export function readAnswer(
  questions: Questions,
  values: Readonly<FormValues>,
  today: string
): Result<Answer, AnswerProblems> {
  const problems: Record<string, AnswerProblem> = {};
  const read = <Value>(field: string, value: Result<Value, AnswerProblem>, otherwise: Value) => {
    if (value.ok) return value.value;
    problems[field] = value.error;
    return otherwise;
  };
  const words = (field: string, most: number) => read(field, textIn(values, field, most), '');
  const one = <Option extends string>(field: string, options: readonly Option[]) =>
    read(field, oneIn(values, field, options), null);

  const ticked = listOf(values, 'uses');
  const places = ticked.filter((one) => one !== noneOfThem).map(Number);
  if (ticked.length === 0) problems['uses'] = { kind: 'choose-or-none' };
  else if (ticked.includes(noneOfThem) && places.length > 0)
    problems['uses'] = { kind: 'none-and-some' };
  else if (places.some((at) => questions.approaches[at] === undefined))
    problems['uses'] = { kind: 'not-a-choice' };

  const uses = questions.approaches.flatMap((approach, at): Use[] => {
    if (!places.includes(at)) return [];
    const field = (name: Exclude<keyof Use, 'approach'>) => useField(name, at);
    const steps = questions.howWell.map((_, step) => String(step + 1));
    const howWell = one(field('howWell'), steps);
    return [
      {
        approach,
        since: read(field('since'), monthIn(values, field('since'), today), null),
        forWhom: words(field('forWhom'), longest.line),
        howOften: one(field('howOften'), howOftens),
        reach: one(field('reach'), reaches),
        howWell: howWell === null ? null : Number(howWell),
        evidence: words(field('evidence'), longest.text),
        transitions: read(
          field('transitions'),
          someIn(values, field('transitions'), questions.transitions),
          []
        )
      }
    ];
  });
  const hinders = words('hinders', longest.text);
  const support = textOf(values, 'wantsSupport');
  if (support !== 'yes' && support !== 'no')
    problems['wantsSupport'] = { kind: 'support-not-said' };
  const saidBy = words('saidBy', longest.line);
  if (saidBy === '' && problems['saidBy'] === undefined)
    problems['saidBy'] = { kind: 'role-missing' };
  if (Object.keys(problems).length > 0) return err(problems);
  return ok({ uses, hinders, wantsSupport: support === 'yes', saidBy });
}

/** An answer by the names of its form's fields, so that whoever comes back finds what was said. */
export function answerValues(questions: Questions, answer: Answer): FormValues {
  const values: FormValues = {
    uses: answer.uses.length === 0 ? [noneOfThem] : [],
    hinders: answer.hinders,
    wantsSupport: answer.wantsSupport ? 'yes' : 'no',
    saidBy: answer.saidBy
  };
  const ticked: string[] = answer.uses.length === 0 ? [noneOfThem] : [];
  for (const use of answer.uses) {
    const at = questions.approaches.indexOf(use.approach);
    if (at < 0) continue;
    ticked.push(String(at));
    values[useField('since', at)] = use.since ?? '';
    values[useField('forWhom', at)] = use.forWhom;
    values[useField('howOften', at)] = use.howOften ?? '';
    values[useField('reach', at)] = use.reach ?? '';
    values[useField('howWell', at)] = use.howWell === null ? '' : String(use.howWell);
    values[useField('evidence', at)] = use.evidence;
    values[useField('transitions', at)] = use.transitions.map((one) =>
      String(questions.transitions.indexOf(one))
    );
  }
  return { ...values, uses: ticked };
}

function textIn(
  values: Readonly<FormValues>,
  field: string,
  most: number
): Result<string, AnswerProblem> {
  const text = textOf(values, field).replaceAll('\r\n', '\n').trim();
  if (text.length > most) return err({ kind: 'too-long', most });
  const found = [...new Set(scanText(text).map((find) => find.kind))];
  return found.length === 0 ? ok(text) : err({ kind: 'personal-details', found });
}

function oneIn<Option extends string>(
  values: Readonly<FormValues>,
  field: string,
  options: readonly Option[]
): Result<Option | null, AnswerProblem> {
  const given = textOf(values, field);
  if (given === '') return ok(null);
  const known = options.find((option) => option === given);
  return known === undefined ? err({ kind: 'not-a-choice' }) : ok(known);
}

/** What was ticked of a list, by its place in it. */
function someIn(
  values: Readonly<FormValues>,
  field: string,
  options: readonly string[]
): Result<readonly string[], AnswerProblem> {
  const places = listOf(values, field);
  if (places.some((place) => options[Number(place)] === undefined))
    return err({ kind: 'not-a-choice' });
  return ok(options.filter((_, at) => places.includes(String(at))));
}

/** A year, or a month and a year, not after today: `2024`, `2024-09`, `9/2024`, `09.2024`. */
function monthIn(
  values: Readonly<FormValues>,
  field: string,
  today: string
): Result<string | null, AnswerProblem> {
  const given = textOf(values, field).trim();
  if (given === '') return ok(null);
  const latest = today.slice(0, 7);
  const parts = /^(?:(\d{4})(?:-(\d{1,2}))?|(\d{1,2})[/. ](\d{4}))$/.exec(given);
  const year = parts?.[1] ?? parts?.[4];
  const month = parts?.[2] ?? parts?.[3];
  if (year === undefined || Number(year) < 1900) return err({ kind: 'not-a-month', latest });
  if (month === undefined) {
    return year > latest.slice(0, 4) ? err({ kind: 'not-a-month', latest }) : ok(year);
  }
  const since = `${year}-${month.padStart(2, '0')}`;
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  return isMonth && since <= latest ? ok(since) : err({ kind: 'not-a-month', latest });
}
