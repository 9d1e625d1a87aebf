import { byRule, defaultRule } from '#modules/disclosure';
import type { PageServerLoad } from './$types';
import { endpoints } from '../../api/v1/endpoints.server.ts';
import { apiExamples, asCurl } from '../../api/v1/examples.ts';
import { ruleWords } from '../../api/v1/protection.ts';

export const load: PageServerLoad = ({ url }) => ({
  server: url.origin,
  rule: ruleWords(byRule(defaultRule)),
  endpoints: endpoints.map(({ method, path, summary, detail, needs, table }) => ({
    method,
    path,
    summary,
    detail,
    needs,
    hasCsv: table !== null
  })),
  examples: apiExamples.map((example) => ({
    title: example.title,
    text: asCurl(example, url.origin)
  }))
});
