import { textOf, type FormState, type FormValues } from '#core/form-state';
import { fail, type ActionFailure } from '@sveltejs/kit';

/** Who approved a version: a group from the list, or another body where one was typed. */
export function approvedBy(values: FormValues): string {
  const otherBody = textOf(values, 'otherBody').trim();
  return otherBody === '' ? textOf(values, 'approvedBy') : otherBody;
}

/** An action whose problem with who approved it stands beside the field that was used. */
export function withBody<Event>(action: (event: Event) => Promise<ActionFailure<FormState>>) {
  return async (event: Event) => {
    const failure = await action(event);
    return fail(failure.status, besideBody(failure.data));
  };
}

function besideBody({ values, errors, ...rest }: FormState): FormState {
  const { approvedBy: wrong, ...others } = errors;
  const isOther = wrong !== undefined && textOf(values, 'otherBody').trim() !== '';
  return { ...rest, values, errors: isOther ? { ...others, otherBody: wrong } : errors };
}
