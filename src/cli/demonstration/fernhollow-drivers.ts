import {
  addDriver,
  addIdeaUnder,
  changeDriver,
  hangUnder,
  saveDiagramVersion
} from '#modules/drivers/server';
import type { ContentProject, ImprovementWork } from './fernhollow-improvement.ts';
import type { Fernhollow } from './fernhollow.ts';
import { give, lookUp, on, type Hand } from './hand.ts';

/** The driver diagram of Fernhollow's project: drivers on its first day, ideas on the days of the story, named versions. */
export function scheduleDiagram(
  here: Fernhollow,
  project: ContentProject,
  work: ImprovementWork
): void {
  const drivers = new Map<string, string>();
  here.timeline.on(project.startedOn, async () => {
    const hand = on(here.contributor, project.startedOn);
    for (const driver of project.drivers) await enterDriver(hand, driver, work, drivers);
    for (const { id, alsoUnder } of project.drivers.flatMap(({ secondary }) => secondary)) {
      for (const upper of alsoUnder) {
        await give(hand, hangUnder, {
          projectId: work.projectId,
          upperId: lookUp(drivers, upper),
          lowerKind: 'driver',
          lowerId: lookUp(drivers, id)
        });
      }
    }
  });
  for (const idea of project.changeIdeas) {
    here.timeline.on(idea.addedOn, async () => {
      const hand = on(here.contributor, idea.addedOn);
      const [first = '', ...others] = idea.drivers;
      const { id } = await give(hand, addIdeaUnder, {
        projectId: work.projectId,
        underId: lookUp(drivers, first),
        text: idea.title,
        why: idea.description,
        factorId: idea.factor
      });
      work.ideas.set(idea.id, id);
      for (const upper of others) {
        await give(hand, hangUnder, {
          projectId: work.projectId,
          upperId: lookUp(drivers, upper),
          lowerKind: 'idea',
          lowerId: id
        });
      }
    });
  }
  for (const { on: day, name, note } of project.diagramVersions) {
    here.timeline.on(day, async () => {
      const { projectId } = work;
      await give(on(here.lead, day), saveDiagramVersion, { projectId, name, note });
    });
  }
}

async function enterDriver(
  hand: Hand,
  driver: ContentProject['drivers'][number],
  work: ImprovementWork,
  drivers: Map<string, string>
): Promise<void> {
  const enter = async (
    { id, title, measures }: Pick<typeof driver, 'id' | 'title' | 'measures'>,
    place: Record<string, string>
  ) => {
    const { projectId } = work;
    const added = await give(hand, addDriver, { projectId, title, ...place });
    drivers.set(id, added.id);
    if (measures.length === 0) return;
    await give(hand, changeDriver, {
      driverId: added.id,
      title,
      factorId: place['factorId'],
      measureIds: measures.map((measure) => lookUp(work.measures, measure)),
      version: 1
    });
  };
  await enter(driver, { level: 'primary', factorId: driver.factor });
  for (const below of driver.secondary) {
    await enter(below, { level: 'secondary', underId: lookUp(drivers, driver.id) });
  }
}
