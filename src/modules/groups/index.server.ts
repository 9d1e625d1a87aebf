/** The server's door: the groups and their changes. */
export {
  addGroup,
  blankGroup,
  changeGroup,
  formOfGroup,
  groups,
  viewGroups
} from './commands.server.ts';
