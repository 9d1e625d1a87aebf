import { troubleIn } from '#platform/database-trouble';
import { log } from '#web/log.server';
import type { Leaving } from '#web/leaving';
import type { RequestHandler } from './$types';

/** Figures pass `givenFigure` of protection.ts, unless the token may see counts as they are recorded. */
export const _leaving: Leaving = { kind: 'rule', output: 'api' };
import { answerRequest } from '../../answer.server.ts';
import { problemOfTrouble, problemResponse, problems } from '../../problems.server.ts';

/** Every address of the API below a place, whatever the method. */
export const fallback: RequestHandler = async ({ locals, request, params, url }) => {
  try {
    return await answerRequest(locals.world, request, params.place, params.path, url.searchParams);
  } catch (fault) {
    const trouble = troubleIn(fault);
    if (trouble !== null) {
      log.warn({ route: 'api', trouble, err: fault }, 'the database is in trouble');
      return problemResponse(problemOfTrouble(trouble));
    }
    log.error({ route: 'api', err: fault }, 'unexpected fault');
    return problemResponse(problems.fault);
  }
};
