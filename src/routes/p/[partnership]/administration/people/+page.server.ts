import { explainPartnershipProblem } from '#modules/partnerships';
import { invitePerson, viewMembers } from '#modules/partnerships/server';
import { sendMail } from '#web/mail.server';
import { ask, readForm, submit } from '#web/page.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ask(event, viewMembers);

export const actions: Actions = {
  default: async (event) => {
    const { values } = await readForm(event.request);
    const answer = await submit(event, invitePerson, {
      values,
      explain: (problem) => ({ field: 'email', sentence: explainPartnershipProblem(problem) })
    });
    if (!answer.ok) return answer.failure;
    const { token, email } = answer.value;
    const link = `${event.url.origin}/invitation/${token}`;
    const place = event.locals.place?.name ?? '';
    const isSent = await sendMail({
      to: email,
      subject: `Join ${place} on Cairn`,
      text: `You are invited to join ${place} on Cairn.\n\nOpen this link to accept. It works once, for two weeks:\n${link}\n`
    });
    return { values: {}, errors: {}, invited: { email, link, isSent } };
  }
};
