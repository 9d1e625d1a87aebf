/**
 * The consent that a new survey begins with, in plain words of our own. Whoever makes the survey changes it to fit; each wording that
 * people agreed to is kept with its number, and each answer holds the number it was given under.
 */
export function consentTemplate(askedBy: string): string {
  return [
    `${askedBy} asks these questions. You choose whether to answer, and nothing changes for you or your child if you do not.`,
    'We do not ask who you are, and we do not keep anything that shows which phone or computer you used. Please do not write names, addresses, telephone numbers or dates of birth.',
    'Only people of the partnership read single answers. What we show to others are counts of many answers together. If you tick the second box, we may also quote words of yours, after somebody has checked that nobody can tell who said them.',
    'Because we do not know which answers are yours, we cannot find them again once you have sent them. We remove all single answers by the date below and keep only the counts, and quotes that show nobody.'
  ].join('\n\n');
}
