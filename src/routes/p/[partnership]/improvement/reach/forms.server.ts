import type { FormState, FormValues } from '#core/form-state';
import { viewIdeaChoices, viewWords } from '#modules/improvement/server';
import { viewServices } from '#modules/maps/server';
import { explainReachProblem, misfitSentence, type ReachProblem } from '#modules/reach';
import type { Command, CommonProblem } from '#platform/command';
import { ask } from '#web/page.server';
import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import { submitBeside } from '../../beside-fields.server.ts';

const fieldOf = {
  'unknown-factor': 'factorIds',
  'served-off-stages': 'servedStage',
  'starts-ahead': 'startsOn',
  'cycle-taken': 'startsOn',
  'nothing-counted': 'counts.0'
} satisfies { readonly [kind in ReachProblem['kind']]?: string };

/**
 * Sends a form to a command of reach. Numbered fields (`counts.0`) travel as lists; what does not add up comes back beside each of its
 * fields.
 */
export async function submitReach<Value, Problem extends ReachProblem | CommonProblem>(
  event: Pick<RequestEvent, 'locals' | 'cookies'>,
  command: Command<Value, Problem>,
  values: FormValues,
  input: Readonly<Record<string, unknown>> = {}
): Promise<{ ok: true; value: Value } | { ok: false; failure: ActionFailure<FormState> }> {
  let misfits: Record<string, string> | null = null;
  const words = {
    explain(problem: ReachProblem) {
      if (problem.kind === 'does-not-add-up')
        misfits = Object.fromEntries(
          problem.misfits.map((one) => [one.field, misfitSentence(one)])
        );
      return explainReachProblem(problem);
    },
    fieldOf
  };
  const answer = await submitBeside<Value, ReachProblem, Problem>(event, command, values, words, {
    ...listsOf(values),
    ...input
  });
  if (!answer.ok && misfits !== null) {
    answer.failure.data.errors = misfits;
    delete answer.failure.data.formError;
  }
  return answer;
}

const numbered = /^(counts|bands|engagement|groupEligible|groupServed)\.(\d{1,2})$/;

function listsOf(values: FormValues): Record<string, string[]> {
  const lists: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(values)) {
    const [, list, at] = numbered.exec(name) ?? [];
    if (list === undefined) continue;
    const own = (lists[list] ??= []);
    own[Number(at)] = typeof value === 'string' ? value : (value[0] ?? '');
  }
  return Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, Array.from(list, (one) => one ?? '')])
  );
}

/** What the form of a programme chooses from. */
export async function choicesOf(event: Pick<RequestEvent, 'locals' | 'cookies'>) {
  const { services } = await ask(event, viewServices);
  const { factors } = await ask(event, viewWords);
  return {
    services: services.map(({ id, name, organisation }) => ({
      value: id as string,
      label: organisation === '' ? name : `${name}, ${organisation}`
    })),
    projects: (await ask(event, viewIdeaChoices)).map(({ id, title }) => ({
      value: id as string,
      label: title
    })),
    factors
  };
}
