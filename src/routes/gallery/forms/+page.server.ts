import type { FormState } from '#core/form-state';
import { datePartsSentence, parseDateParts, readDateParts } from '#design';
import { fail } from '@sveltejs/kit';

/** The sample form saves nothing: it shows how problems come back. */
export const actions = {
  check: async ({ request }) => {
    const data = await request.formData();
    const errors: FormState['errors'] = {};
    const values: FormState['values'] = {};
    for (const name of new Set(data.keys())) {
      values[name] = data.getAll(name).filter((part) => typeof part === 'string');
    }
    if (String(data.get('change') ?? '').trim() === '')
      errors['change'] = 'Enter the change you will test';
    if (!/^\d+$/.test(String(data.get('families') ?? ''))) {
      errors['families'] = 'Enter how many families as a whole number, such as 12';
    }
    const date = parseDateParts(readDateParts(data, 'starts'));
    if (!date.ok) errors['starts'] = datePartsSentence(date.error, 'The date it starts');
    if (data.get('setting') === '') errors['setting'] = 'Choose the setting';
    if (data.get('next') === null) errors['next'] = 'Choose what happens next';
    if (!data.has('conditions')) errors['conditions'] = 'Tick at least one condition';
    return fail(400, { values, errors });
  }
};
