import { chartProblemSentence, chartSvgFile } from '#modules/charts';
import { analyseMeasure, marksOf } from '#modules/improvement';
import { ruleSentence } from '#modules/disclosure';
import { viewMeasureAsEntered, viewMeasureToTakeAway } from '#modules/improvement/server';
import { ask } from '#web/page.server';
import { error, type RequestEvent } from '@sveltejs/kit';

/**
 * The chart of a measure as a picture to take away: concrete colours, its title and its source in it; and a name for the file.
 * Small numbers are not in it, and the picture says how the others were rounded; unless those who record values ask for it
 * as entered, which it then says.
 */
export async function pictureOf(
  event: RequestEvent,
  measureId: string
): Promise<{ svg: string; name: string }> {
  const isForTeam = event.url.searchParams.get('as') === 'entered';
  const view = isForTeam
    ? await ask(event, viewMeasureAsEntered, { measureId })
    : await ask(event, viewMeasureToTakeAway, { measureId });
  const analysed = analyseMeasure(view);
  if (!analysed.ok) error(404, chartProblemSentence(analysed.error));
  const { measure, values, annotations, tests, sight } = view;
  const svg = chartSvgFile(analysed.value, {
    title: measure.title,
    annotations: marksOf(values, annotations, tests),
    source: [
      measure.source,
      sight.kind === 'as-recorded'
        ? 'As entered: for the team, not for sharing'
        : measure.valueForm === 'value'
          ? ''
          : ruleSentence(sight.rule)
    ]
      .filter((part) => part !== '')
      .join('. ')
  });
  const name = measure.title.replaceAll(/[^a-z0-9.-]+/gi, '-');
  return { svg, name: isForTeam ? `not-for-sharing-${name}` : name };
}

/** A picture as a file to keep. */
export function pictureFile(body: string | Uint8Array, type: string, fileName: string): Response {
  // Bytes from our own drawing rest in a plain buffer, as a response wants them.
  return new Response(body as BodyInit, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${fileName}"`
    }
  });
}
