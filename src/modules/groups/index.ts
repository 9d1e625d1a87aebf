/** The groups through which a partnership works. */
export {
  groupKindNames,
  groupOutline,
  linesOf,
  memberWords,
  type GroupLine,
  type GroupMember
} from './groups.ts';
export { groupKind, type WorkingGroup } from './kinds.ts';
