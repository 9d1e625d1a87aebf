/** Driver diagrams: commands, queries, and the views that higher modules ask for. */
export { addDriver, addIdeaUnder, changeDriver } from './driver.commands.server.ts';
export {
  archiveDriver,
  hangUnder,
  moveInOrder,
  restoreDriver,
  unlink
} from './shape.commands.server.ts';
export { beginWith, saveDiagramVersion } from './version.commands.server.ts';
export { viewBeginnings, viewDiagram, viewDiagramVersion, viewDriver } from './queries.server.ts';
export { driversByFactor, type DriverAtFactor } from './published.server.ts';
