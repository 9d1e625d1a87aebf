import { blanks, dashes, type Find, matchesOf } from './find.ts';
import { fullDate, isBirthDate } from './scan-date.ts';

/**
 * Words that single out one child without a name: initials with a whole date, and an age in years and months with the name of
 * a nursery or school. Each alone says little; together a neighbour knows who is meant.
 */

/** Two or three initials with points. "N.B.", "a.m." and the like are none. */
const pointed = '(?:\\p{Lu}\\.[\\s]?){1,2}\\p{Lu}\\.?';
const noInitials =
  /^(?:N\.?B|U\.?K|E\.?U|U\.?S|A\.?M|P\.?M|P\.?S|D\.?O\.?B|A\.?D|B\.?C|N\.?I|S\.?I)\.?$/i;
/** Capitals of two letters that stand for a post, a body or a paper. */
const abbreviations = new Set(
  (
    'HV SW EY PE PT OT GP HQ LA UK EU TV IT HR CP SG ES HT DH MP PR QA QI AI AM PM NB NI NE NW SE SW CE ID IQ NO OK PC RE VS DP GB US UN WHO ' +
    'TBC AGM CPP NHS SLT SLA CPC HSE LAC EYC GIRFEC IJB HSC DFE ELC KPI'
  ).split(' ')
);
const person =
  '(?:[Cc]hild|[Pp]upil|[Bb]oy|[Gg]irl|[Bb]aby|[Tt]oddler|[Tt]win|[Ii]nfant|[Ss]on|[Dd]aughter|[Pp]atient|[Ll]earner|[Ss]ibling|[Bb]rother|[Ss]ister|[Ii]nitials?|[Mm]um|[Mm]other|[Pp]arent|[Ff]ather|[Dd]ad)';
const between = `[\\s${blanks},:(;${dashes}]{1,3}(?:on\\s+|seen\\s+(?:on\\s+)?)?`;
const date = `(?<date>(?i:${fullDate}))(?!\\d)`;
const withPoints = new RegExp(`(?<![\\p{L}\\d.])(?<who>${pointed})${between}${date}`, 'gu');
const afterPerson = new RegExp(
  `(?<![\\p{L}\\d])(?<lead>${person}(?:['’]s)?\\s+(?:initials\\s+)?)(?<who>\\p{Lu}{1,3})${between}${date}`,
  'gu'
);
const alone = new RegExp(`(?<![\\p{L}\\d/&-])(?<who>\\p{Lu}{2})(?:\\s?\\(|,?\\s)${date}`, 'gu');
/** Initials of whoever wrote or is to do something, which stand beside dates in minutes. */
const ofWriter =
  /(?<!\p{L})(?:by|actions?|lead|owner|author|signed|minutes|drafted|updated|reviewed|checked|approved|version|ref(?:erence)?|present|apologies|grid)(?!\p{L})[^.;\n]{0,20}$/iu;

const number = '(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)';
const yearsAndMonths = `${number}[\\s-]*(?:years?|yrs?|y)(?:\\s*,|\\s+and)?[\\s-]*${number}[\\s-]*(?:months?|mths?|mos?|m)(?![\\p{L}])(?:[\\s-]+old)?`;
const inMonths = `${number}[\\s-]*months?(?:[\\s-]+old)?`;
const exact = `(?<age>${yearsAndMonths})|(?<months>${inMonths})`;
/** A setting by its name: capitals, then what it is. */
const setting =
  "(?:\\p{Lu}[\\p{L}’'.-]*[ ]){1,5}(?:Primary|Infant|Nursery|School|Academy|Playgroup|Pre-?[Ss]chool|Centre|Center|Childminding|Kindergarten|House|ELC|College)|(?:\\p{Lu}[\\p{L}’'.-]*[ ]){1,5}(?:primary|nursery|school|playgroup|centre)|(?:Ysgol|Meithrinfa|Cylch|Bun-?sgoil|Sgoil(?:-àraich)?|Gaelscoil)(?:[ ]\\p{Lu}[\\p{L}’'.-]*){1,5}";
const ageThenSetting = new RegExp(
  `(?<![\\p{L}\\d–-])(?:${exact})(?<way>[^.;\\n]{0,50}?(?:\\bat|\\battend(?:s|ing|ed)?|\\bgo(?:es|ing)?\\s+to|\\bfrom|\\bin|\\bjoin(?:s|ed|ing)?|\\bstart(?:s|ed|ing)?(?:\\s+at)?)\\s+)(?:${setting})`,
  'gu'
);
const settingThenAge = new RegExp(
  `(?:\\b[Aa]t|\\b[Ff]rom|\\b[Ii]n)\\s+(?:${setting})(?<way>[^.;\\n]{0,40}?[\\s,(])(?:${exact})(?![\\p{L}\\d])`,
  'gu'
);
/** "Elm Park Primary: boy of 4 years 2 months", as a list of children begins its lines. */
const settingFirst = new RegExp(
  `(?<=^|[.;\\n]\\s?)(?:${setting})\\s?[:,(–-]\\s?(?<way>[^.;\\n]{0,40}?)(?<![\\d])(?:${exact})(?![\\p{L}\\d])`,
  'gu'
);
/** What lasted so long, or was so long ago, is no child's age. */
const ofTime =
  /^\s*(?:of(?!\s+age)|ago|later|long|before|after|into|since|in\s+(?:post|total|all)|project|programme|pilot|course|contract|lease|review|funding)(?!\p{L})/iu;
const onePerson =
  /(?<!\p{L})(?:a|an|the|one|this|our|her|his|their|my)?\s*(?:child|pupil|boy|girl|baby|toddler|twin|infant|son|daughter|sibling|brother|sister|he|she)(?!\p{L})/iu;
/** An age of many, or of a review. */
const ofMany =
  /(?<!\p{L})(?:mean|average|median|typical(?:ly)?|children|pupils|babies|toddlers|infants|boys|girls|siblings|those|everyone|all|from|between|until|till|under|over|up to|at least|about|review|check|screening|assessment|ages|lasted|for|within|after|every|took|waited|open(?:ed)?|course|contract|programme)(?!\p{L})/iu;

/** How much of the text before an age says whose it is. */
const longestBefore = 40;

export function findOneChild(text: string): Find[] {
  const finds: Find[] = [];
  const before = (start: number) => text.slice(Math.max(0, start - longestBefore), start);
  for (const { start, end, groups } of matchesOf(text, withPoints)) {
    const who = (groups['who'] ?? '').replace(/\s/g, '');
    if (!noInitials.test(who) && isBirthDate(groups['date'] ?? ''))
      finds.push({ kind: 'one-child', start, end });
  }
  for (const { start, end, groups } of matchesOf(text, afterPerson)) {
    if (isBirthDate(groups['date'] ?? ''))
      finds.push({ kind: 'one-child', start: start + (groups['lead'] ?? '').length, end });
  }
  for (const { start, end, groups } of matchesOf(text, alone)) {
    if (abbreviations.has(groups['who'] ?? '') || ofWriter.test(before(start))) continue;
    // Pairs of figures with blanks are as often a place on a map ("NS 12 34 56").
    const written = groups['date'] ?? '';
    if (isBirthDate(written) && !/^\d+[^\d]?\s+\d/.test(written))
      finds.push({ kind: 'one-child', start, end });
  }
  for (const pattern of [ageThenSetting, settingThenAge, settingFirst]) {
    for (const { start, end, groups } of matchesOf(text, pattern)) {
      const said = `${before(start)} ${groups['way'] ?? ''}`;
      if (ofMany.test(said)) continue;
      if (pattern !== ageThenSetting && ofTime.test(text.slice(end, end + 20))) continue;
      const isOne = onePerson.test(said) || /\baged\s*$/i.test(before(start));
      if ((groups['months'] !== undefined || pattern === settingFirst) && !isOne) continue;
      finds.push({ kind: 'one-child', start, end });
    }
  }
  return finds;
}
