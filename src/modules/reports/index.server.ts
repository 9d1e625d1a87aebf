/** The server's door: the home page and what leaves the partnership. */
export { viewHome } from './home.server.ts';
export { viewStrategyRecords } from './strategy-records.server.ts';
export { makeVersion, publishVersion, withdrawStrategy } from './strategy-versions.server.ts';
export {
  changePublicPage,
  findPublished,
  publishPublicPage,
  viewPublicPage,
  withdrawPublicPage
} from './public.server.ts';
export {
  calendarFor,
  chooseReminder,
  holderOfCalendar,
  makeCalendarAddress,
  withdrawCalendarAddress
} from './calendar.server.ts';
export {
  sendGroupReport,
  viewGroupReport,
  viewGroupReports,
  viewProgress,
  viewSentReport
} from './group-report.server.ts';
export {
  freezeAnnualReport,
  setNextAnnualReport,
  viewAnnualReport,
  viewAnnualReports
} from './annual-report.server.ts';
export { viewDue } from './due.server.ts';
export { viewLogFrame } from './log-frame.server.ts';
export { noteReminder, remindAll } from './remind.server.ts';
export {
  changeServicesFeed,
  findPublishedServices,
  publishServicesFeed,
  viewServicesFeed,
  withdrawServicesFeed
} from './services-feed.server.ts';
