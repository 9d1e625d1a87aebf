import { answerFeed, type FeedProblem } from '#modules/maps';
import { findPublishedServices } from '#modules/reports/server';
import type { Leaving } from '#web/leaving';
import { json } from '@sveltejs/kit';
import { publicFor } from '../../../published.server.ts';
import type { RequestHandler } from './$types';

export const _leaving: Leaving = {
  kind: 'published',
  because: 'The snapshot that stands published holds services that were chosen, and counts nobody.'
};

/** Programs in other pages may read it, as the profile asks; nobody is recognised by it. */
const openToAll = { 'access-control-allow-origin': '*' };

/** The services of a place as Open Referral UK gives them, below one base. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const published = await findPublishedServices(locals.world, params.place);
  if (published === null) return refusal({ kind: 'not-found' });
  const path = params.feed.split('/').filter((part) => part !== '');
  const answer = answerFeed(published.feed, path, url.searchParams);
  if (!answer.ok) return refusal(answer.error);
  return json(answer.value, {
    headers: { ...openToAll, ...publicFor, 'last-modified': published.publishedAt.toUTCString() }
  });
};

function refusal(problem: FeedProblem): Response {
  const status = problem.kind === 'not-found' ? 404 : 400;
  return json(
    { error: problem.kind, message: sentenceOf(problem) },
    { status, headers: openToAll }
  );
}

function sentenceOf(problem: FeedProblem): string {
  switch (problem.kind) {
    case 'not-found':
      return 'Nothing is published at this address.';
    case 'filter-not-known':
      return `This feed cannot be filtered by ${problem.name}. Leave it out.`;
    case 'not-a-number':
      return `${problem.name} is not a number that can be asked for.`;
    case 'not-a-moment':
      return `${problem.name} is not a date or a moment of ISO 8601.`;
  }
}
