import type { Lower } from '#modules/drivers';
import { hangUnder, unlink } from '#modules/drivers/server';
import { readForm, sayDone } from '#web/page.server';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { submitToDiagram } from '../../forms.server.ts';

type Event = RequestEvent<{ project: string }>;

/** Actions of a page about one thing in a diagram: hang it under another driver as well, and take it from under one. */
export function hangingActions<E extends Event>(kind: Lower['kind'], idOf: (event: E) => string) {
  return {
    hang: async (event: E) => {
      const { values } = await readForm(event.request);
      const input = { projectId: event.params.project, lowerKind: kind, lowerId: idOf(event) };
      const answer = await submitToDiagram(event, hangUnder, values, input);
      if (!answer.ok) return answer.failure;
      sayDone(event, 'It now hangs there too.');
      redirect(303, event.url.pathname);
    },
    unlink: async (event: E) => {
      const { values } = await readForm(event.request);
      const { project: projectId } = event.params;
      const answer = await submitToDiagram(event, unlink, values, { projectId });
      if (!answer.ok) return answer.failure;
      sayDone(event, 'It no longer hangs there.');
      redirect(303, event.url.pathname);
    }
  };
}
