import type { RequestEvent } from '@sveltejs/kit';
import type { DatabaseTroubleKind } from '#platform/database-trouble';
import { formSentWith } from './page.server.ts';
import { sentForm, troublePage, type SentForm } from './trouble-page.ts';

const retryAfter = 5; // seconds

/** Answers 503 with a page that says what the matter is, and that sends a form again with what was typed in it. */
export async function troubleResponse(
  event: Pick<RequestEvent, 'request' | 'url' | 'locals'>,
  trouble: DatabaseTroubleKind
): Promise<Response> {
  const form = event.request.method === 'POST' ? await formOf(event.request) : null;
  // Where an action gives several commands, the first may be saved although the last is not.
  const known = trouble === 'away' && event.locals.hasSaved ? 'unsure' : trouble;
  const address = event.url.pathname + event.url.search;
  return new Response(troublePage(known, address, form), {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': String(retryAfter),
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    }
  });
}

async function formOf(request: Request): Promise<SentForm | null> {
  const read = formSentWith(request);
  if (read !== undefined) return sentForm(read);
  if (request.bodyUsed) return null;
  try {
    return sentForm(await request.formData());
  } catch {
    // What came was no form.
    return null;
  }
}
