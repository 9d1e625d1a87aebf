import { dateOf } from '#core/dates';
import type { FormValues } from '#core/form-state';
import { viewIdeaChoices } from '#modules/improvement/server';
import { explainRollOutProblem, type RollOutProblem } from '#modules/rollout';
import { viewRollOutChoices } from '#modules/rollout/server';
import type { Command, CommonProblem } from '#platform/command';
import { ask } from '#web/page.server';
import type { RequestEvent } from '@sveltejs/kit';
import { submitBeside } from '../../beside-fields.server.ts';

const words = {
  explain: explainRollOutProblem,
  fieldOf: {
    'reason-missing': 'reason',
    'since-ahead': 'since',
    'day-taken': 'since',
    'not-eligible': 'standing',
    'level-off-scale': 'level',
    'unknown-part': 'parts',
    'unknown-factor': 'factorIds',
    'nothing-picked': 'picked',
    'ends-before-it-starts': 'endedOn',
    'part-in-use': 'parts',
    'scale-in-use': 'scale'
  } satisfies { readonly [kind in RollOutProblem['kind']]?: string }
};

/** Sends a form to a command of roll-out; a problem comes back beside the field that it belongs to. */
export function submitRollOut<Value, Problem extends RollOutProblem | CommonProblem>(
  event: Pick<RequestEvent, 'locals' | 'cookies'>,
  command: Command<Value, Problem>,
  values: FormValues,
  input: Readonly<Record<string, unknown>> = {}
) {
  return submitBeside<Value, RollOutProblem, Problem>(event, command, values, words, input);
}

/** What the form of a roll-out chooses from: settings, factors, and the projects and ideas it may come from. */
export async function choicesOf(event: Pick<RequestEvent, 'locals' | 'cookies'>) {
  const projects = await ask(event, viewIdeaChoices);
  return {
    choices: await ask(event, viewRollOutChoices),
    projects: projects.map(({ id, title }) => ({ value: id, label: title })),
    ideas: projects
      .filter(({ ideas }) => ideas.length > 0)
      .map(({ title, ideas }) => ({
        label: title,
        options: ideas.map(({ id, text }) => ({ value: id, label: text }))
      })),
    today: dateOf(event.locals.world.clock())
  };
}
