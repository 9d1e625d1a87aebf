import type { Result } from '#core/result';
import { dateParts, parseDateParts } from '#core/date-parts';
import {
  conflictNames,
  listsOf,
  peopleField,
  settleConflict,
  textOf,
  type Explained,
  type FormState,
  type FormValues
} from '#core/form-state';
import type { WrittenDocument } from '#core/written-document';
import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type {
  ChangedMeanwhile,
  Command,
  CommonProblem,
  InputIssue,
  Query
} from '#platform/command';
import type { WordOptions } from '#platform/word.server';

/** How thin pages ask queries and send commands. Expected problems become pages or forms; faults pass through. */

type Event = Pick<RequestEvent, 'locals' | 'cookies'>;

const notFoundSentence = 'We could not find that page.';
const notAllowedSentence = 'Your role here does not let you do this.';

function whereAndWho(event: Event) {
  const { person, place, world } = event.locals;
  if (place === null || person === null) error(404, notFoundSentence);
  return { actor: { personId: person.id }, placeId: place.id, world };
}

/** Asks a query for a page. What is not there, or not the visitor's, is a page not found. */
export async function ask<Value, Problem extends { readonly kind: string }>(
  event: Event,
  query: Query<Value, Problem>,
  input: unknown = {}
): Promise<Value> {
  const { actor, placeId, world } = whereAndWho(event);
  const answer = await query.run(actor, placeId, input, world);
  if (answer.ok) return answer.value;
  if (answer.error.kind === 'not-allowed') {
    error(403, 'Your role here does not let you see this page.');
  }
  error(404, notFoundSentence);
}

/**
 * Refuses the page of a form to whoever may run none of the commands that the form leads to, before they have typed anything.
 * For the first line of a `load` whose page has nothing else to show.
 */
export function refuseUnlessMay(
  event: Pick<RequestEvent, 'locals'>,
  ...leadsTo: readonly Pick<Command<unknown, { readonly kind: string }>, 'needs'>[]
): void {
  const { place } = event.locals;
  if (place === null) error(404, notFoundSentence);
  if (leadsTo.some(({ needs }) => place.permissions.includes(needs))) return;
  error(403, notAllowedSentence);
}

/** The place whose page this is. Refuses: a page not found, where whoever asks is not of it. */
export function placeOf({
  locals
}: Pick<RequestEvent, 'locals'>): NonNullable<App.Locals['place']> {
  return locals.place ?? error(404, notFoundSentence);
}

/** Sends a command with input that no form made; the caller deals with its problems. */
export async function send<Value, Problem extends { readonly kind: string }>(
  event: Event,
  command: Command<Value, Problem>,
  input: unknown
): Promise<Result<Value, Problem | CommonProblem>> {
  const { actor, placeId, world } = whereAndWho(event);
  const answer = await command.run(actor, placeId, input, world);
  if (answer.ok) event.locals.hasSaved = true;
  return answer;
}

/**
 * Sends a form to a command. On a problem the form comes back with what was typed and a sentence for each problem:
 * `explain` gives the sentence for the command's own problems, and may name the field it belongs to, or several with a sentence each.
 * On success answers the value; the caller redirects.
 */
export async function submit<Value, Problem extends { readonly kind: string }>(
  event: Event,
  command: Command<Value, Problem>,
  form: {
    values: FormValues;
    /** What the command is sent, the tick of the form besides; the values themselves when left out. */
    input?: unknown;
    explain: (problem: Exclude<Problem, CommonProblem>) => Explained;
    /** Where one problem has sentences for several fields: what to say beside each. Empty: `explain` says it for the whole form. */
    beside?: (problem: Exclude<Problem, CommonProblem>) => Readonly<Record<string, string>>;
  }
): Promise<{ ok: true; value: Value } | { ok: false; failure: ActionFailure<FormState> }> {
  const answer = await send(event, command, withTick(form.values, form.input));
  if (answer.ok) return answer;
  return { ok: false, failure: failureOf(answer.error, form) };
}

/** Whatever a page sends instead of the values of its form: the tick that texts were checked goes with it. */
function withTick(values: FormValues, input: unknown = values): unknown {
  const isRecord = typeof input === 'object' && input !== null && !Array.isArray(input);
  return isRecord && peopleField in values
    ? { [peopleField]: values[peopleField], ...input }
    : input;
}

function failureOf<Problem extends { readonly kind: string }>(
  problem: Problem | CommonProblem,
  form: {
    values: FormValues;
    explain: (problem: Exclude<Problem, CommonProblem>) => Explained;
    beside?: (problem: Exclude<Problem, CommonProblem>) => Readonly<Record<string, string>>;
  }
): ActionFailure<FormState> {
  const { values } = form;
  const common = problem as CommonProblem; // narrowed by `kind` below
  if (common.kind === 'not-found') error(404, notFoundSentence);
  if (common.kind === 'not-allowed') {
    error(403, notAllowedSentence);
  }
  if (common.kind === 'invalid-input') {
    return fail(400, { values, errors: errorsByField(common.issues) });
  }
  const own = problem as Exclude<Problem, CommonProblem>; // the common kinds have left above
  const explained = form.explain(own);
  if (own.kind === 'changed-meanwhile') {
    const conflict = own as unknown as ChangedMeanwhile; // the kind says so
    const formError =
      typeof explained === 'string'
        ? explained
        : sentencesOf(explained)
            .map(([, one]) => one)
            .join(' ');
    return fail(409, { values, errors: {}, formError, conflict });
  }
  const beside = form.beside?.(own) ?? {};
  if (Object.keys(beside).length > 0) return fail(400, { values, errors: { ...beside } });
  if (typeof explained === 'string') {
    return fail(400, { values, errors: {}, formError: explained });
  }
  return fail(400, { values, errors: Object.fromEntries(sentencesOf(explained)) });
}

const sentencesOf = (explained: Exclude<Explained, string>): (readonly [string, string])[] =>
  [explained].flat().map(({ field, sentence }) => [field, sentence] as const);

/** The form of a request. What broke off on the way, or is no form, is nobody's fault here. */
async function formData(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (fault) {
    // Too large a body keeps its own answer.
    if (fault instanceof Error && 'status' in fault) throw fault;
    error(400, { message: 'What was sent did not arrive whole. Send it again.' });
  }
}

const sentForms = new WeakMap<Request, FormData>();

/** The form that `readForm` has read from this request. */
export function formSentWith(request: Request): FormData | undefined {
  return sentForms.get(request);
}

/** What a command may say of itself, so that a page need not: its sentences, and which of its fields are numbered rows. */
type Telling<Problem> = {
  readonly explain: (problem: Problem) => Explained;
  readonly done: string;
  readonly rows: readonly string[];
};

/**
 * The action of a page that sends its form to one command: reads the form, sends it, and on success says what was done and goes on to
 * `to`, an address inside the partnership such as `plan/aims`. On a problem the form comes back with everything typed.
 * `of` names the part of the page's address that holds the record's identifier. `with` adds what no form sends. `rows` names fields that
 * are numbered rows. A command that says nothing of itself needs `done` and `explain`.
 *
 * @example
 * export const actions = { save: formAction(changeSource, { of: 'source', to: ({ params }) => `need/sources/${params.source}` }) };
 */
export function formAction<
  Value,
  Problem extends { readonly kind: string },
  Event extends RequestEvent
>(
  command: Command<Value, Problem> & Partial<Telling<Exclude<Problem, CommonProblem>>>,
  page: {
    to: (sent: {
      readonly value: Value;
      readonly values: FormValues;
      readonly params: Event['params'];
    }) => string;
    of?: keyof Event['params'] & string;
    with?: (event: Event, values: FormValues) => Readonly<Record<string, unknown>>;
    rows?: readonly string[];
    done?: string | ((value: Value, values: FormValues) => string);
    explain?: (problem: Exclude<Problem, CommonProblem>) => Explained;
    /** As in `submit`. */
    beside?: (problem: Exclude<Problem, CommonProblem>) => Readonly<Record<string, string>>;
  }
): (event: Event) => Promise<ActionFailure<FormState>> {
  const explain = page.explain ?? command.explain;
  if (explain === undefined) throw new Error(`Nothing says what ${command.name} answers.`);
  return async (event) => {
    const { values } = await readForm(event.request);
    const rows = page.rows ?? command.rows ?? [];
    const answer = await submit(event, command, {
      values,
      input: {
        ...(rows.length > 0 ? listsOf(values, rows) : values),
        ...page.with?.(event, values),
        // One of the names of the address's parts.
        ...(page.of === undefined ? {} : { id: (event.params as Record<string, string>)[page.of] })
      },
      explain,
      ...(page.beside === undefined ? {} : { beside: page.beside })
    });
    if (!answer.ok) return answer.failure;
    const { value } = answer;
    const done =
      typeof page.done === 'function' ? page.done(value, values) : (page.done ?? command.done);
    if (done !== undefined) sayDone(event, done);
    const to = page.to({ value, values, params: event.params });
    redirect(303, `/p/${event.params['partnership']}/${to}`);
  };
}

/**
 * Everything a form sent: texts by field name (a list where a field came more than once) and files.
 * Where the form chose between two versions, the chosen texts are in the ordinary fields. The three parts of a date field
 * `due` come together as `due`: `2026-11-21`, empty when nothing was typed, or as typed when it is no date.
 */
export async function readForm(
  request: Request
): Promise<{ values: FormValues; files: Map<string, File> }> {
  const data = await formData(request);
  sentForms.set(request, data);
  const values: FormValues = {};
  const files = new Map<string, File>();
  for (const name of new Set(data.keys())) {
    const all = data.getAll(name);
    const texts = all.filter((value) => typeof value === 'string');
    const file = all.find((value): value is File => typeof value !== 'string' && value.size > 0);
    if (file !== undefined) files.set(name, file);
    if (texts.length > 0) values[name] = texts.length === 1 ? (texts[0] ?? '') : texts;
  }
  return { values: joinDates(settleConflict(values)), files };
}

function joinDates(values: FormValues): FormValues {
  const joined: FormValues = { ...values };
  // Somebody has just chosen between two versions: the whole date is there, and its parts are those of before.
  const isChosen = conflictNames.version in values;
  for (const key of Object.keys(values)) {
    const name = key.endsWith('-day') ? key.slice(0, -'-day'.length) : null;
    if (name === null || !(`${name}-month` in values) || !(`${name}-year` in values)) continue;
    if (isChosen && name in values) {
      const chosen = dateParts(textOf(values, name));
      joined[key] = chosen.day;
      joined[`${name}-month`] = chosen.month;
      joined[`${name}-year`] = chosen.year;
      continue;
    }
    const [day, month, year] = [key, `${name}-month`, `${name}-year`].map((part) =>
      textOf(values, part)
    );
    const parts = { day: day ?? '', month: month ?? '', year: year ?? '' };
    const date = parseDateParts(parts);
    if (date.ok) joined[name] = date.value;
    else
      joined[name] =
        date.error.kind === 'date-missing' ? '' : Object.values(parts).join(' ').trim();
  }
  return joined;
}

/** The first sentence for each field. */
export function errorsByField(issues: readonly InputIssue[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of issues) errors[issue.path] ??= issue.message;
  return errors;
}

/** Where a request came from, for the throttle alone; one for all of those that went past the proxy which should have said so. */
export function addressOf(event: Pick<RequestEvent, 'getClientAddress'>): string {
  try {
    return event.getClientAddress();
  } catch {
    return 'not said';
  }
}

const doneCookie = 'cairn_done';
/** What a page sends along when it looks again by itself: live.client.ts. */
const looksAgain = 'x-cairn-looks-again';

/** Leaves a sentence for the next page: what was done. */
export function sayDone(event: Pick<RequestEvent, 'cookies'>, sentence: string): void {
  event.cookies.set(doneCookie, encodeURIComponent(sentence), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    maxAge: 60
  });
}

/**
 * Takes the sentence that the last action left, if it left one. A page that looks again by itself leaves it to the page that somebody is about
 * to open.
 */
export function takeDone(event: Pick<RequestEvent, 'cookies' | 'request'>): string | null {
  const sentence = event.cookies.get(doneCookie);
  if (sentence === undefined || event.request.headers.has(looksAgain)) return null;
  event.cookies.delete(doneCookie, { path: '/' });
  try {
    return decodeURIComponent(sentence).slice(0, 300);
  } catch {
    // Not a cookie that `sayDone` has set.
    return null;
  }
}

/** A CSV file to take away. */
export function csvResponse(text: string, fileName: string): Response {
  return fileResponse(text, 'text/csv; charset=utf-8', fileName);
}

/** A document of JSON to take away. */
export function jsonFileResponse(text: string, fileName: string): Response {
  return fileResponse(text, 'application/json; charset=utf-8', fileName);
}

/** A document as a Word file to take away; its links lead back to where it was asked for. */
export async function wordResponse(
  { url }: Pick<RequestEvent, 'url'>,
  document: WrittenDocument,
  fileName: string,
  picture: WordOptions['picture'] = withoutDrawings
): Promise<Response> {
  // What writes Word files is large, and asked for seldom.
  const { wordFile } = await import('#platform/word.server');
  const bytes = await wordFile(document, { origin: url.origin, picture });
  return fileResponse(new Uint8Array(bytes), wordType, fileName);
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function withoutDrawings(): never {
  throw new Error('A document with drawings is written with what turns them into pictures.');
}

function fileResponse(body: BodyInit, type: string, fileName: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${fileName.replaceAll(/[^a-z0-9.-]/gi, '-')}"`
    }
  });
}
