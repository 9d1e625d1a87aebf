/** The server's door: services, their ties and connections, import, and what other modules may see. */
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
  previewImport,
  viewImportSpine,
  type ImportCounts
} from './import.commands.server.ts';
export { readImportFile } from './import/read-file.server.ts';
export { servicesByFactor, servicesListed, servicesOf } from './published.server.ts';
export {
  exportServices,
  viewCoverage,
  viewImport,
  viewService,
  viewServices,
  viewServiceWords
} from './queries.server.ts';
export { workbookOf } from './workbook.server.ts';
