import { geoJsonSentence } from '#core/geojson-in';
import { spreadsheetSentence } from '#platform/spreadsheet.server';
import type { FeedProblem } from './feed.server.ts';
import type { FileProblem, ImportRefusal } from './problems.ts';

/** Why a file cannot be read, and what to do. */
export function fileProblemSentence(problem: FileProblem): string {
  switch (problem.kind) {
    case 'no-file':
      return 'Choose a file: a spreadsheet saved as .xlsx or .csv.';
    case 'empty-file':
      return 'There is nothing in this file: no sheet in sight has a table with headings.';
    case 'too-many-tables':
      return `This file has more than ${problem.most} tables. Leave in it only those with services.`;
    case 'too-many-rows':
      return `This file has more than ${problem.most.toLocaleString('en-GB')} rows. Split it into several files.`;
    case 'broken-json':
      return 'This file begins like JSON but is damaged or not all there. Take it from where it came once more.';
    case 'json-not-known':
      return 'This is JSON, but neither services in the form of Open Referral nor a map of Kumu. Open Referral has a list of services, each with a name and an id; Kumu has a list of elements.';
    case 'not-geojson':
    case 'other-coordinates':
    case 'out-of-range':
    case 'axes-to-tell':
    case 'too-many-features':
      return geoJsonSentence(problem);
    default:
      return spreadsheetSentence(problem);
  }
}

/** Why a feed cannot be had, and what to do. */
function feedProblemSentence(problem: FeedProblem): string {
  switch (problem.kind) {
    case 'not-an-address':
      return 'This is not the address of a feed. It begins with https:// and names a host, without a port, a user or a password.';
    case 'host-not-allowed':
      return `This installation may not ask ${problem.host}. Ask whoever administers it to allow that host, or take the file from the feed and import it.`;
    case 'host-unknown':
      return `No server is called ${problem.host}. Check the address.`;
    case 'not-public':
      return `${problem.host} leads to a machine that is not on the public internet, so it is not asked.`;
    case 'sent-elsewhere':
      return `The server sends on to another address, and that is not followed${problem.to === '' ? '' : `: ${problem.to}`}. If you trust it, give that address.`;
    case 'answered-badly':
      return `The server answered, but not with a feed (its answer has the number ${problem.status}). Check the address, or try again later.`;
    case 'not-reached':
      return `${problem.host} could not be reached safely. Try again later, or take the file from the feed and import it.`;
    case 'answer-too-large':
      return `The feed is larger than ${(problem.mostBytes / 1_000_000).toLocaleString('en-GB')} MB. Ask for a part of it, or import files.`;
    case 'answer-too-slow':
      return `The feed was not there whole after ${problem.seconds} seconds. Try again later, or take the file from the feed and import it.`;
    case 'no-feed':
      return 'What is at this address is no feed of services in the form of Open Referral.';
    case 'feed-too-long':
      return `The feed has more than ${problem.most.toLocaleString('en-GB')} services, or more pages than are asked for. Ask for a part of it.`;
    case 'pages-repeat':
      return `Page ${problem.page} of the feed holds what an earlier page held, so it cannot be read whole. Tell whoever gives the feed.`;
    case 'too-many-feeds':
      return `Feeds were asked for many times. Wait ${Math.ceil(problem.seconds / 60)} minutes.`;
  }
}

/** Why an import was not carried out. */
export function explainImportRefusal(problem: ImportRefusal): string {
  switch (problem.kind) {
    case 'not-matched':
      return 'Say first what the columns and the words of this file mean.';
    case 'rows-refused':
      return `${problem.rows === 1 ? 'One row cannot' : `${problem.rows} rows cannot`} be taken. Put the file right and read it again, or tick the box to take the rest.`;
    case 'stages-changed':
      return 'The stages of support were changed after this file was read. Read the file again.';
    case 'changed-since-preview':
      return 'The services here have changed since you looked. This is the preview as it is now: check it and confirm again.';
    case 'nothing-to-do':
      return 'This file changes nothing: everything in it is here already.';
    case 'not-an-address':
    case 'host-not-allowed':
    case 'host-unknown':
    case 'not-public':
    case 'sent-elsewhere':
    case 'answered-badly':
    case 'not-reached':
    case 'answer-too-large':
    case 'answer-too-slow':
    case 'no-feed':
    case 'feed-too-long':
    case 'pages-repeat':
    case 'too-many-feeds':
      return feedProblemSentence(problem);
    default:
      return fileProblemSentence(problem);
  }
}
