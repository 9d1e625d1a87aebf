/** A project's charter: commands and queries. */
export {
  addMember,
  addMilestone,
  changeCharter,
  changeMember,
  changeMilestone,
  removeMember,
  removeMilestone
} from './charter.commands.server.ts';
export { scoreProgress } from './progress.commands.server.ts';
export { datedMilestones, viewCharter, viewProgress } from './queries.server.ts';
