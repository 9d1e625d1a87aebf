import { records } from '#modules/records/server';
import { ideaKind, projectKind } from './kinds.ts';

/** Projects, finished and paused ones after the others; and their change ideas, in the order in which they were added. */
export const projects = records(projectKind);
export const ideas = records(ideaKind);

/** What other modules may read of them, in their own transaction. */
export const { list: projectsOf, find: findProject } = projects;
export const { list: ideasOf, find: findIdea } = ideas;
