/** The groups through which a partnership works. */
export {
  groupKindNames,
  groupOutline,
  linesOf,
  memberWords,
  seatsOn,
  type GroupLine,
  type GroupMember
} from './groups.ts';
export {
  governanceDrawing,
  governanceLines,
  governanceSentence,
  governanceTable,
  layersOf,
  lineNames,
  lineWords,
  type GovernanceLine,
  type LineKind
} from './governance.ts';
export { groupKind, type WorkingGroup } from './kinds.ts';
export * from './partner-words.ts';
