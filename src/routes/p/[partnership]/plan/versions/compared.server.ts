import { comparisonDocument } from '#modules/bodies';
import { viewTwoVersions } from '#modules/bodies/server';
import { ask, placeOf } from '#web/page.server';
import type { RequestEvent } from '@sveltejs/kit';

const shapeOfId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const nothing = '00000000-0000-4000-8000-000000000000';

/** What changed between the two versions that the address names; `now` is the plan as it stands. */
export async function comparedVersions(event: Pick<RequestEvent, 'locals' | 'cookies' | 'url'>) {
  const asked = (name: string) => {
    const id = event.url.searchParams.get(name) ?? 'now';
    return id === 'now' || shapeOfId.test(id) ? id : nothing;
  };
  const { from, to, versions } = await ask(event, viewTwoVersions, {
    from: asked('from'),
    to: asked('to')
  });
  return {
    from: asked('from'),
    to: asked('to'),
    versions,
    comparison: comparisonDocument(from, to, placeOf(event).name)
  };
}
