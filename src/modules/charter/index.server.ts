/** A project's charter: commands and queries. */
export {
  addMember,
  addMilestone,
  blankMember,
  blankMilestone,
  changeCharter,
  changeMember,
  changeMilestone,
  formOfMember,
  formOfMilestone,
  removeMember,
  removeMilestone
} from './charter.commands.server.ts';
export { scoreProgress } from './progress.commands.server.ts';
export { datedMilestones, viewCharter, viewProgress } from './queries.server.ts';
