/** The server's door: services, their ties and connections, import, and what other modules may see. */
export {
  addAsk,
  asksHere,
  blankAsk,
  changeAsk,
  dueAsks,
  formOfAsk,
  removeAsk,
  viewAsks,
  viewThoseWhoMayList
} from './asks.server.ts';
export {
  addConnections,
  addService,
  addServices,
  changeService,
  endService,
  removeConnection,
  resumeService,
  tieService,
  tieServices,
  untieService
} from './commands.server.ts';
export {
  confirmImport,
  discardImport,
  matchImport,
  matchImportAgain,
  previewFeed,
  previewImport,
  sayMeanings,
  viewImportSpine,
  type ImportCounts
} from './import.commands.server.ts';
export { explainImportRefusal, fileProblemSentence } from './import/explain.server.ts';
export { readDraft } from './import/reading-work.server.ts';
export { feedIds } from './feed-ids.server.ts';
export {
  organisationsOffering,
  servicesByFactor,
  servicesListed,
  servicesOf,
  servicesOnOffer,
  stagesOf
} from './published.server.ts';
export {
  exportServices,
  viewCoverage,
  viewImport,
  viewService,
  viewServices,
  viewServiceWords,
  viewSuggestions
} from './queries.server.ts';
export {
  addOffer,
  blankOffer,
  changeOffer,
  formOfOffer,
  removeOffer,
  viewSupport
} from './offers.commands.server.ts';
export { setStages, viewStagesOfSupport } from './stages.commands.server.ts';
export { workbookOf } from '#platform/written-workbook.server';
