import type { FormValues } from '#core/form-state';
import { explainSettingProblem, type SettingProblem } from '#modules/settings';
import type { Command, CommonProblem } from '#platform/command';
import type { RequestEvent } from '@sveltejs/kit';
import { submitBeside } from '../../beside-fields.server.ts';

const words = {
  explain: explainSettingProblem,
  fieldOf: {
    'half-a-point': 'latitude',
    'closes-before-it-opens': 'closedOn',
    'id-taken': 'externalId',
    'not-geojson': 'file',
    'no-outline': 'file',
    'not-in-degrees': 'file',
    'outline-too-fine': 'file'
  } satisfies { readonly [kind in SettingProblem['kind']]?: string }
};

/** Sends a form to a command of settings; a problem comes back beside the field that it belongs to. */
export function submitSetting<Value, Problem extends SettingProblem | CommonProblem>(
  event: Pick<RequestEvent, 'locals' | 'cookies'>,
  command: Command<Value, Problem>,
  values: FormValues,
  input: Readonly<Record<string, unknown>> = {}
) {
  return submitBeside<Value, SettingProblem, Problem>(event, command, values, words, input);
}
