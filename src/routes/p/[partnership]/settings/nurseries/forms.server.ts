import type { FormValues } from '#core/form-state';
import { peopleErrors } from '#modules/disclosure';
import { explainSettingProblem, settingFieldName, type SettingProblem } from '#modules/settings';
import type { Command, CommonProblem } from '#platform/command';
import { submit } from '#platform/page.server';
import type { RequestEvent } from '@sveltejs/kit';

const fieldOf: { readonly [kind in SettingProblem['kind']]?: string } = {
  'half-a-point': 'latitude',
  'closes-before-it-opens': 'closedOn',
  'id-taken': 'externalId',
  'not-geojson': 'file',
  'no-outline': 'file',
  'not-in-degrees': 'file',
  'outline-too-fine': 'file'
};

/** Sends a form to a command of settings; a problem comes back beside the field that it belongs to. */
export async function submitSetting<Value, Problem extends SettingProblem | CommonProblem>(
  event: Pick<RequestEvent, 'locals' | 'cookies'>,
  command: Command<Value, Problem>,
  values: FormValues,
  input: Record<string, unknown> = {}
) {
  let beside: Record<string, string> | null = null;
  const answer = await submit(event, command, {
    values,
    input: { ...values, ...input },
    explain(given) {
      const problem = given as SettingProblem; // the common kinds are dealt with before
      const sentence = explainSettingProblem(problem);
      if (problem.kind === 'may-name-someone')
        beside = peopleErrors(problem.finds, settingFieldName);
      const field = fieldOf[problem.kind];
      return field === undefined ? sentence : { field, sentence };
    }
  });
  if (!answer.ok && beside !== null) {
    answer.failure.data.errors = beside;
    delete answer.failure.data.formError;
  }
  return answer;
}
