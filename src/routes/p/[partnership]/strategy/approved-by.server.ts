import { textOf, type FormState, type FormValues } from '#core/form-state';

/** Who approved a version: a group from the list, or another body where one was typed. */
export function approvedBy(values: FormValues): string {
  const otherBody = textOf(values, 'otherBody').trim();
  return otherBody === '' ? textOf(values, 'approvedBy') : otherBody;
}

/** A problem with who approved it, beside the field that was used. */
export function besideBody({ values, errors, ...rest }: FormState): FormState {
  const { approvedBy: wrong, ...others } = errors;
  const isOther = wrong !== undefined && textOf(values, 'otherBody').trim() !== '';
  return { ...rest, values, errors: isOther ? { ...others, otherBody: wrong } : errors };
}
