/** Cases of the reference implementations: one input, a list of them, or a whole file. */
import { chartProblemSentence } from '../analysis/problem-sentences.ts';
import { CaseFault, isJsonObject, type Json, type JsonObject } from './json.ts';
import { answerPlotTheDots } from './plot-the-dots.ts';
import { answerQicharts2 } from './qicharts2.ts';
import { answerRuncharter } from './runcharter.ts';

export type Engine = 'qicharts2' | 'NHSRplotthedots' | 'runcharter';

const engines = {
  qicharts2: answerQicharts2,
  NHSRplotthedots: answerPlotTheDots,
  runcharter: answerRuncharter
} as const;

/** The engine an input was written for, where it does not say: its chart tells. */
function engineOf(input: JsonObject, named: Json | undefined): Engine | null {
  const name = named ?? input['engine'];
  if (name === undefined || name === null) {
    if (input['chart'] === 'xmr') return 'NHSRplotthedots';
    return input['chart'] === 'run-auto-rephase' ? 'runcharter' : 'qicharts2';
  }
  return name === 'qicharts2' || name === 'NHSRplotthedots' || name === 'runcharter' ? name : null;
}

/** One answer: the expected shape, or `{ error }` with a sentence. A whole case may be given too. */
export function answerCase(given: unknown): Json {
  if (!isJsonObject(given)) return { error: 'A case should be an object.' };
  const inner = given['input'];
  const input = isJsonObject(inner) ? inner : given;
  const engine = engineOf(input, isJsonObject(inner) ? given['engine'] : undefined);
  if (engine === null)
    return { error: 'The engine should be qicharts2, NHSRplotthedots or runcharter.' };
  try {
    const answer = engines[engine](input);
    return answer.ok ? answer.value : { error: chartProblemSentence(answer.error) };
  } catch (fault) {
    if (fault instanceof CaseFault) return { error: fault.message };
    throw fault;
  }
}

/**
 * What was given, answered in kind: an object for an object, a list for a list or a case file, in
 * the same order. A refused input has its error in its place and the rest goes on.
 */
export function answerCases(given: unknown): Json {
  if (Array.isArray(given)) return given.map(answerCase);
  if (isJsonObject(given) && Array.isArray(given['cases'])) return given['cases'].map(answerCase);
  return answerCase(given);
}
