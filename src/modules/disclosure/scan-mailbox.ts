/** Mailboxes of offices, which are meant to be seen and are nobody's own. */

/** What a desk or a body calls its mailbox. */
const desks = new Set(
  (
    'info information enquiries enquiry inquiries office admin administration administrator reception hello contact contactus ' +
    'mail mailbox email post help helpdesk helpline support team teams desk duty general main central customer services service ' +
    'noreply no reply donotreply do not bookings booking events press media news newsletter comms communications feedback complaints ' +
    'foi dpo privacy data protection security safeguarding webmaster web it ict finance accounts payroll hr jobs recruitment training ' +
    'nursery nurseries school schools schooloffice preschool playgroup childcare creche elc ey early years earlyyears childrens children families family ' +
    'centre center hub library libraries registrar admissions education learning health visiting visitors hv midwifery cpp partnership partnerships ' +
    'project programme volunteering volunteers councillors council cyngor ymholiadau gwybodaeth post swyddfa ysgol fios oifis sgoil headteacher head the us and of for'
  ).split(' ')
);
/** What the name of a nursery or another body ends with, written in one or not. */
const bodyAtEnd =
  /(?:nursery|nurseries|school|schooloffice|primary|preschool|playgroup|elc|centre|hub|library|team|partnership|services)$/;
/** Where people have addresses of their own: "elmparknursery@" there may be one person's. */
const privateHosts =
  /@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|btinternet|sky|talktalk|virginmedia|proton|protonmail|pm|gmx|mail|wp|onet|o2)\./;

/**
 * Whether an e-mail address is the mailbox of an office or a body ("info@", "early.years@", "elmparknursery@"): every word of it is
 * that of a desk, or its last one names a body. One that holds anything else may be a person's.
 *
 * @example
 * isSharedMailbox('info@fernhollow.example') // true
 * isSharedMailbox('jo.bloggs@fernhollow.example') // false
 */
export function isSharedMailbox(address: string): boolean {
  const plain = address.toLowerCase();
  const [local = ''] = plain.split(/\s*(?:@|[[({]\s*at\s*[\])}]|\sat\s)/);
  const words = local.split(/[^\p{L}]+/u).filter((word) => word !== '');
  if (words.length === 0) return false;
  if (words.every((word) => desks.has(word))) return true;
  return !privateHosts.test(plain) && bodyAtEnd.test(words.at(-1) ?? '');
}
