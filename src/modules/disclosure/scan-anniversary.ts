/** Birthdays of bodies and works, which are nobody's date of birth. */

/** As much of the text before a birthday as says whose it is. */
export const longestBefore = 80;
/** What has birthdays without having been born: words for bodies and works, and names that every partnership of the field knows. */
const organisation =
  "(?:cent(?:re|er)|hub|nurser(?:y|ies)|school|academy|playgroup|group|library|service|partnership|project|programme|scheme|charity|trust|council|board|club|caf[eé]|organisation|network|forum|alliance|coalition|collaborative|movement|team|campaign|initiative|pilot|start|app|website|newsletter|magazine|book|course|garden|shop|fund|bank|box|plan|strategy|policy|framework|approach|model|idea|concept|act|law|bill|nhs|bookbug|booktrust|peep|barnardo['’]?s|sure start|home-start|the promise|government|parliament|company|university|college|hospital|ward|clinic|building|house|festival|event|day|week|fair)";
const ofOrganisation = new RegExp(
  `(?:\\b${organisation}s?(?:['’]s?)?|\\b(?:its|our))\\s+(?:\\p{L}*\\d*(?:st|nd|rd|th)?\\s+)?$`,
  'iu'
);
/** A tenth birthday or a later one is not that of a young child, unless somebody's it is said to be. */
const lateOrdinal =
  /(?:^|[^\p{L}\d])(?:[1-9]\d+(?:st|nd|rd|th)|tenth|twentieth|thirtieth|fortieth|fiftieth)\s+$/iu;
const somebodys = /(?:['’]s?|\b(?:his|her|their|my))\s+\S+\s+$/iu;

/** An organisation that "was born" or "turned five". */
const organisationWas = new RegExp(
  `\\b${organisation}\\s+(?:was\\s+|were\\s+|itself\\s+|first\\s+){0,2}$`,
  'iu'
);

/** Programmes with such names: "Born to Move on 3 April". A child is born to somebody. */
const bornToDo =
  /^born\s+to\s+(?:move|read|play|sing|talk|dance|run|learn|lead|draw|explore|shine|thrive|create|be|do|make|love|swim|walk)\b/i;
/** The birthday of a sovereign is a day of the calendar; "Ava King's" is not. */
const ofSovereign =
  /(?:^|[.!?:;\n]\s*|\b(?:the|on)\s+)(?:king|queen)['’]?s['’]?\s+(?:official\s+)?$/iu;

/** Whether a "birthday" is the anniversary of a centre, a service or the like, and its date no date of birth. */
export function isAnniversary(before: string, groups: Record<string, string | undefined>): boolean {
  const announced = `${groups['lead'] ?? ''}${groups['after'] ?? ''}`;
  if (bornToDo.test(announced)) return true;
  if (/^(?:born|turn)/i.test(announced)) return organisationWas.test(before);
  if (!/birth[\s-]?days?/i.test(announced)) return false;
  if (groups['after']) {
    return new RegExp(
      `(?:\\b${organisation}s?(?:['’]s?)?|\\b(?:its|our))\\s+birth[\\s-]?days?$`,
      'iu'
    ).test(groups['after']);
  }
  if (ofOrganisation.test(before) || ofSovereign.test(before)) return true;
  return lateOrdinal.test(before) && !somebodys.test(before);
}
