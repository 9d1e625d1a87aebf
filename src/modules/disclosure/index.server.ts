/** The server's door: the rule of each way out, as the partnership set it. */
export { ruleOf, setRule, sightFor, viewRule, viewRules } from './rules.server.ts';
