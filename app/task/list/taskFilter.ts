import { type TaskState, taskStates } from "~/task/taskState";
import { cleanLine, cutText } from "~/value/cleanText";

/** How the ledger of tasks is drawn. */
export const taskViews = ["list", "timetable", "board"] as const;
export type TaskView = (typeof taskViews)[number];

/** What the ledger can be sorted by. */
export const taskSorts = ["due", "number", "lead", "street"] as const;
export type TaskSort = (typeof taskSorts)[number];

/** Which tasks the ledger shows, in which order: as written in its address. */
export interface TaskFilter {
  view: TaskView;
  /** Slug of the lead unit. */
  lead?: string;
  /** Slug of the street in whose territory it lies. */
  street?: string;
  /** "open": everything not struck off yet. */
  state: TaskState | "open" | "all";
  overdue: boolean;
  /** The meeting (its slug) that resolved it; asked for as `day`, as saved links do. */
  meeting?: string;
  sort: TaskSort;
  descending: boolean;
  /** Keys to page by: only what comes after, or before. */
  after?: string;
  before?: string;
}

const stateChoices = [...taskStates, "open", "all"] as const;

const oneOf = <T extends string>(values: readonly T[], value: string | null): T | undefined =>
  values.find((one) => one === value);

/** Reads the filter from an address; what it does not know is left out. */
export function readTaskFilter(params: URLSearchParams): TaskFilter {
  const text = (name: string) => cutText(cleanLine(params.get(name) ?? ""), 100) || undefined;
  return {
    view: oneOf(taskViews, params.get("view")) ?? "list",
    lead: text("lead"),
    street: text("street"),
    // The form's empty choice says all; only an address that says nothing means what is open.
    state: params.get("state") === "" ? "all" : (oneOf(stateChoices, params.get("state")) ?? "open"),
    overdue: params.get("overdue") === "yes",
    meeting: text("day"),
    sort: oneOf(taskSorts, params.get("sort")) ?? "due",
    descending: params.get("order") === "desc",
    after: text("after"),
    before: text("before"),
  };
}

/** The query string of a filter; changing anything but the page goes back to the first one. */
export function taskQuery(filter: TaskFilter, changes: Partial<TaskFilter> = {}): string {
  const next = { ...filter, after: undefined, before: undefined, ...changes };
  const params = new URLSearchParams();
  if (next.view !== "list") params.set("view", next.view);
  if (next.lead) params.set("lead", next.lead);
  if (next.street) params.set("street", next.street);
  if (next.state !== "open") params.set("state", next.state);
  if (next.overdue) params.set("overdue", "yes");
  if (next.meeting) params.set("day", next.meeting);
  if (next.sort !== "due") params.set("sort", next.sort);
  if (next.descending) params.set("order", "desc");
  if (next.after) params.set("after", next.after);
  if (next.before) params.set("before", next.before);
  const text = params.toString();
  return text ? `?${text}` : "";
}

/** A place in the sorted ledger: the value sorted by and the task's number, which is unique. */
export interface TaskKey {
  value: string;
  number: string;
}

/** The key as it stands in an address. */
export function writeTaskKey(key: TaskKey): string {
  return `${key.value}~${key.number}`;
}

/** Reads a key back; undefined for what is none. */
export function readTaskKey(text: string | undefined): TaskKey | undefined {
  const at = text?.lastIndexOf("~") ?? -1;
  if (!text || at < 0) return undefined;
  return { value: text.slice(0, at), number: text.slice(at + 1) };
}
