/** The units of a task that decide who judges it. */
export interface JudgedUnits {
  streetId: string;
  leadUnitId: string;
  assistingUnitIds: readonly string[];
  overseerUnitId: string | null;
}

type DoneTask = Omit<JudgedUnits, "overseerUnitId">;

/**
 * The units that do a task: its lead, and those who assist. The street of the place is named as assisting with nearly
 * everything that is done there, so that it lets people in and informs residents: it counts as a doer only where it leads.
 */
export function doerUnits({ streetId, leadUnitId, assistingUnitIds }: DoneTask): string[] {
  return [leadUnitId, ...assistingUnitIds.filter((id) => id !== streetId)];
}

/** Whether a unit does a task; see {@link doerUnits}. */
export function isDoer(unitId: string, task: DoneTask): boolean {
  return doerUnits(task).includes(unitId);
}

/** The unit that verifies a task, the street of the place; null where that street leads it: then the district office. */
export function verifierOf(task: DoneTask): string | null {
  return isDoer(task.streetId, task) ? null : task.streetId;
}

/** The unit that strikes a task off and grants extensions; null where that is the district office. */
export function overseerOf(task: JudgedUnits): string | null {
  const { overseerUnitId } = task;
  return overseerUnitId === null || isDoer(overseerUnitId, task) ? null : overseerUnitId;
}

/** Whether a verification must name a witness of another unit: where the street of the place led itself. */
export function needsWitness(task: Pick<JudgedUnits, "streetId" | "leadUnitId">): boolean {
  return task.streetId === task.leadUnitId;
}

/**
 * How a person has a hand in doing a task, whatever post they act in: they acted on it for its lead unit, or they hold
 * a post in a unit that leads or assists.
 */
export type DoerTie = "acted" | "holdsPost";
