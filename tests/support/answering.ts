import type { FormValues } from '#core/form-state';
import { answerByLink, findSurveyByLink } from '#modules/surveys/server';
import type { World } from '#platform/command';

let visitors = 0;

/** An address of the network that no other visitor of this run has; made up (RFC 3849). */
export function someAddress(): string {
  visitors += 1;
  return `2001:db8:${visitors.toString(16)}::1`;
}

/** What a form shown at a link now sends along: its key. */
export async function shownForm(world: World, token: string): Promise<FormValues> {
  const found = await findSurveyByLink(world, token);
  return { formKey: found?.form?.formKey ?? '', consentNumber: '1' };
}

/** Opens the form at a link and sends these answers, as a visitor of an address of their own. */
export async function answersByLink(
  world: World,
  token: string,
  values: Readonly<FormValues>
): ReturnType<typeof answerByLink> {
  const form = await shownForm(world, token);
  return answerByLink(world, token, { ...form, ...values }, someAddress());
}
