import { listsOf, type FormState, type FormValues } from '#core/form-state';
import { viewPlan } from '#modules/delivery/server';
import { driverFieldErrors, explainDriverProblem, type DriverProblem } from '#modules/drivers';
import { explainInForm, type ImprovementProblem, type Project } from '#modules/improvement';
import { explainRecordProblem, isRecordProblem, type RecordProblem } from '#modules/records';
import type { Command, CommonProblem } from '#platform/command';
import { viewPriorities } from '#modules/priorities/server';
import { ask, submit } from '#web/page.server';
import type { ActionFailure, RequestEvent } from '@sveltejs/kit';

/** What the forms of improvement have in common. */

type Event = Pick<RequestEvent, 'locals' | 'cookies'>;

/**
 * Sends a form to a command of improvement. Numbered fields (`predictions.0.prediction`) travel as lists.
 * A problem comes back beside the field that it belongs to.
 */
export async function submitForm<
  Value,
  Problem extends ImprovementProblem | RecordProblem | CommonProblem
>(
  event: Event,
  command: Command<Value, Problem>,
  values: FormValues,
  input: Record<string, unknown> = {}
): Promise<{ ok: true; value: Value } | { ok: false; failure: ActionFailure<FormState> }> {
  return submit(event, command, {
    values,
    input: { ...listsOf(values, ['predictions', 'results']), ...input },
    // The common kinds are dealt with before.
    explain: (problem) =>
      isRecordProblem(problem)
        ? explainRecordProblem(problem)
        : explainInForm(problem as ImprovementProblem)
  });
}

/** Sends a form to a command of driver diagrams. */
export async function submitToDiagram<Value, Problem extends DriverProblem | CommonProblem>(
  event: Event,
  command: Command<Value, Problem>,
  values: FormValues,
  input: Record<string, unknown> = {}
): Promise<{ ok: true; value: Value } | { ok: false; failure: ActionFailure<FormState> }> {
  return submit(event, command, {
    values,
    input: { ...values, ...input },
    // The common kinds are dealt with before.
    beside: (problem) => driverFieldErrors(problem as DriverProblem),
    explain: (problem) => explainDriverProblem(problem as DriverProblem)
  });
}

/** What a project may belong to and serve, for its form. */
export async function planChoices(event: Event) {
  return { actionId: await planActions(event), priorityId: await priorityChoices(event) };
}

/** The actions of the plan that a project may belong to. */
async function planActions(event: Event): Promise<{ value: string; label: string }[]> {
  const { actions } = await ask(event, viewPlan);
  return actions.map(({ id, title }) => ({ value: id, label: title }));
}

/** The chosen priorities that a project may serve, by the names of their factors. */
async function priorityChoices(event: Event): Promise<{ value: string; label: string }[]> {
  const { priorities, spine } = await ask(event, viewPriorities);
  return priorities.map(({ id, factor }) => ({
    value: id,
    label: spine.factors.find((one) => one.id === factor)?.title ?? factor
  }));
}

/** Something of the plan that a project names; without an address when it is no longer there. */
export type PlanTie = { readonly label: string; readonly href?: string };

/** The priority and the action that a project names, with where they stand. */
export async function planTies(
  event: Event & Pick<RequestEvent, 'params'>,
  { priorityId, actionId }: Pick<Project, 'priorityId' | 'actionId'>
): Promise<{ priority: PlanTie | null; action: PlanTie | null }> {
  const place = `/p/${event.params['partnership'] ?? ''}`;
  const tie = (
    id: string | null,
    choices: readonly { value: string; label: string }[],
    folder: string
  ): PlanTie | null => {
    if (id === null) return null;
    const found = choices.find(({ value }) => value === id);
    return found === undefined
      ? { label: 'No longer there' }
      : { label: found.label, href: `${place}/${folder}/${id}` };
  };
  return {
    priority: tie(
      priorityId,
      priorityId === null ? [] : await priorityChoices(event),
      'priorities'
    ),
    action: tie(actionId, actionId === null ? [] : await planActions(event), 'plan/actions')
  };
}
