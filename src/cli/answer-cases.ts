import { text } from 'node:stream/consumers';
import type { Result } from '#core/result';
import type { Streams } from './index.ts';

const isObject = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null && !Array.isArray(given);

/**
 * Answers JSON on standard input by JSON on standard output: one input, a case `{ input }`, a list of either, or a file `{ cases }`. A list is
 * answered in its order, with `{ error }` in the place of what was refused; one input alone that is refused is a sentence and exit code 1.
 * @param answer what one input comes to, or the sentence that says what is wrong with it
 */
export async function answerCases(
  io: Streams,
  answer: (input: unknown) => Result<unknown, string>
): Promise<number> {
  const answerOne = (given: unknown) =>
    answer(isObject(given) && 'input' in given ? given['input'] : given);
  const refuse = (sentence: string) => {
    io.stderr.write(`${sentence}\n`);
    return 1;
  };
  let given: unknown;
  try {
    given = JSON.parse(await text(io.stdin));
  } catch {
    return refuse('Standard input is not JSON.');
  }
  const list = isObject(given) && Array.isArray(given['cases']) ? given['cases'] : given;
  if (Array.isArray(list)) {
    const answers = list.map((one: unknown) => {
      const answered = answerOne(one);
      return answered.ok ? answered.value : { error: answered.error };
    });
    io.stdout.write(`${JSON.stringify(answers)}\n`);
    return 0;
  }
  const answered = answerOne(given);
  if (!answered.ok) return refuse(answered.error);
  io.stdout.write(`${JSON.stringify(answered.value)}\n`);
  return 0;
}
