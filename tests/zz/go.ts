import { byRule, defaultRule } from '#modules/disclosure';
import { attackOwnValues } from './own-values.ts';
const f = attackOwnValues({ areaCount: 2, groupsOfAreas: true, sets: 40, seed: 1, sight: byRule(defaultRule) });
console.log('groups of areas', f.tried, f.opened.length, f.undecided, JSON.stringify(f.opened.slice(0,4)));
const g = attackOwnValues({ areaCount: 2, groupsOfAreas: false, sets: 100, seed: 1, sight: byRule(defaultRule) });
console.log('two areas', g.tried, g.opened.length, g.undecided);
