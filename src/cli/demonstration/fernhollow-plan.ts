import {
  addAction,
  addAim,
  addMilestone,
  changeMilestone,
  addPlanPriority,
  addSupport,
  reportAimProgress,
  reportProgress
} from '#modules/delivery/server';
import type { PlanStatus } from '#modules/delivery';
import {
  addConsidered,
  answerQuestion,
  chooseFactor,
  chooseOutcome,
  decideActionKinds
} from '#modules/priorities/server';
import { freezeAnnualReport, sendGroupReport } from '#modules/reports/server';
import type { Fernhollow } from './fernhollow.ts';
import { give, lookUp, on, roleAt } from './hand.ts';
import type { Counts } from './stage.ts';

const statuses: Readonly<Record<'not-started' | 'in-progress' | 'done', PlanStatus>> = {
  'not-started': 'not-started',
  'in-progress': 'under-way',
  done: 'done'
};

/** What Fernhollow chose and decided, and its plan with what was said of each action on which day. */
export function schedulePlan(here: Fernhollow): Counts {
  const decisions = scheduleChoices(here);
  scheduleAims(here);
  scheduleReports(here);
  const { plan, priorities } = here.content;
  const reports = [...plan.aims, ...plan.actions].flatMap((one) => one.history);
  return {
    priorities: priorities.priorities.length,
    decisions,
    aims: plan.aims.length,
    actions: plan.actions.length,
    'reports of progress': reports.length
  };
}

/** What the group for talk and play told the board in autumn, and the report of the year, as the plan stood on those days. */
function scheduleReports(here: Fernhollow): void {
  for (const { on: day, ...report } of here.content.plan.annualReports) {
    here.timeline.on(day, async () => {
      await give(on(here.lead, day), freezeAnnualReport, report);
    });
  }
  for (const { on: day, from, group, to, said } of here.content.plan.reports) {
    here.timeline.on(day, async () => {
      await give(on(here.lead, day), sendGroupReport, {
        groupId: lookUp(here.groups, group),
        toGroupId: lookUp(here.groups, to),
        from,
        said
      });
    });
  }
}

/** What was chosen, what was considered and set aside, and what each chosen factor calls for. */
function scheduleChoices(here: Fernhollow): number {
  const { outcomes, priorities, considered, decisions } = here.content.priorities;
  const outcomeIds = outcomes.map(({ outcome }) => outcome);
  const chosenOn = priorities.map((priority) => priority.chosenOn).toSorted()[0] ?? '';
  here.timeline.on(chosenOn, async () => {
    for (const outcome of outcomes) await give(on(here.lead, chosenOn), chooseOutcome, outcome);
  });
  for (const { factor, reasons, acts, serves, chosenOn: day } of priorities) {
    here.timeline.on(day, async () => {
      const reason = reasons.join(' ');
      const { id } = await give(on(here.lead, day), chooseFactor, {
        factor,
        outcomes: outcomeIds,
        reason,
        acts,
        serves,
        followsEvidence: 'yes',
        mattersHere: 'yes',
        withinReach: 'yes'
      });
      here.priorities.set(factor, id);
    });
  }
  for (const aside of considered) {
    here.timeline.on(aside.consideredOn, async () => {
      await give(on(here.lead, aside.consideredOn), addConsidered, aside);
    });
  }
  for (const { factor, steps, kinds, decidedOn, decidedBy } of decisions) {
    here.timeline.on(decidedOn, async () => {
      const lead = on(here.lead, decidedOn);
      const priorityId = lookUp(here.priorities, factor);
      for (const step of steps) await give(lead, answerQuestion, { ...step, priorityId });
      await give(lead, decideActionKinds, {
        priorityId,
        kinds: kinds.map(({ actionKind, reason }) => ({
          actionKind,
          reason: `${reason} Decided by the ${decidedBy}.`
        }))
      });
    });
  }
  return decisions.length;
}

/** Headings, aims and actions, entered on the day the strategy was approved; then what was said of each. */
function scheduleAims(here: Fernhollow): void {
  const { plan, priorities, strategy } = here.content;
  const { approvedOn, title: source } = strategy;
  const headings = new Map<string, string>();
  const lead = on(here.lead, approvedOn);

  here.timeline.on(approvedOn, async () => {
    for (const priority of priorities.priorities) {
      const own = plan.aims.filter((aim) => aim.priority === priority.id);
      const group = own[0]?.group;
      const { id } = await give(lead, addPlanPriority, {
        title: priority.title,
        statement: priority.reasons.join(' '),
        factors: [priority.factor],
        outcomes: priorities.outcomes.map(({ outcome }) => outcome),
        groupId: group === undefined ? '' : lookUp(here.groups, group),
        source
      });
      headings.set(priority.id, id);
      for (const [place, aim] of own.entries()) {
        const added = await give(lead, addAim, {
          planPriorityId: id,
          title: aim.title,
          detail: aim.text,
          factors: [priority.factor],
          dueOn: aim.dueOn,
          leadGroupId: lookUp(here.groups, aim.group),
          lead: roleAt(aim.lead, here.organisations),
          supportedBy: aim.supportedBy.map((one) => lookUp(here.groups, one)),
          links: aim.links.join('\n'),
          indicatorIds: aim.figures.map((one) => lookUp(here.indicators, one)),
          source,
          position: place
        });
        here.aims.set(aim.id, added.id);
        for (const { title, dueOn } of aim.milestones) {
          const milestone = { aimId: added.id, title, dueOn };
          here.milestones.set(title, (await give(lead, addMilestone, milestone)).id);
        }
        for (const { group, what, askedOn, answer } of aim.supports) {
          await give(lead, addSupport, {
            aimId: added.id,
            groupId: lookUp(here.groups, group),
            what,
            askedOn,
            ...(answer === null
              ? {}
              : {
                  answer: answer.answer,
                  answeredOn: answer.on,
                  answeredBy: answer.by,
                  answerReason: answer.reason
                })
          });
        }
      }
    }
    for (const [position, action] of plan.actions.entries()) {
      const { id } = await give(lead, addAction, {
        aimId: lookUp(here.aims, action.aim),
        title: action.title,
        lead: roleAt(action.lead, here.organisations),
        collaborators: action.collaborators
          .map((one) => lookUp(here.organisations, one))
          .join(', '),
        intendedOutcome: action.description,
        targetGroup: action.targetGroup,
        evaluation: action.evaluation,
        startsOn: action.startsOn,
        dueOn: action.dueOn,
        position
      });
      here.actions.set(action.id, id);
    }
  });

  for (const { id, history } of plan.actions) {
    report(here, history, (said) =>
      give(said.by, reportProgress, { id: lookUp(here.actions, id), ...said.values })
    );
  }
  for (const { title, dueOn, doneOn, note } of plan.aims.flatMap((aim) => aim.milestones)) {
    if (doneOn === null) continue;
    here.timeline.on(doneOn, async () => {
      const id = lookUp(here.milestones, title);
      const reached = { id, title, dueOn, doneOn, note, version: 1 };
      await give(on(here.lead, doneOn), changeMilestone, reached);
    });
  }
  for (const { id, history } of plan.aims) {
    report(here, history, (said) =>
      give(said.by, reportAimProgress, { id: lookUp(here.aims, id), ...said.values })
    );
  }
}

type Said = Fernhollow['content']['plan']['aims'][number]['history'];

/** What was said of an aim or an action, each on its day. */
function report(
  here: Fernhollow,
  history: Said,
  tell: (said: { by: ReturnType<typeof on>; values: object }) => Promise<unknown>
): void {
  for (const [index, said] of history.entries()) {
    here.timeline.on(said.on, async () => {
      await tell({
        by: on(here.contributor, said.on),
        values: {
          status: statuses[said.status],
          progressNote: said.note,
          version: index + 1
        }
      });
    });
  }
}
