import { peopleField } from '#core/form-state';

type Asking = {
  readonly ok: false;
  readonly error: { readonly kind: 'invalid-input'; readonly issues: readonly { path: string }[] };
};

/**
 * What a command answers while nobody has looked again at texts that may let somebody be recognised: something beside each of
 * the fields, and the question whether they were checked. For `toMatchObject`.
 */
export function asksAbout(...fields: readonly string[]): Asking {
  const issues = [...fields, peopleField].map((path) => ({ path }));
  return { ok: false, error: { kind: 'invalid-input', issues } };
}

/** Whether an answer asks that about anything at all. */
export function isAsking(answer: {
  readonly ok: boolean;
  readonly error?: { readonly kind: string; readonly issues?: readonly { path: string }[] };
}): boolean {
  return answer.error?.issues?.some(({ path }) => path === peopleField) ?? false;
}
