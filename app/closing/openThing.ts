import type { Name } from "~/i18n/language";

/** What can be open in a unit: as long as any of it is, the unit is not closed, and with a merger it goes over. */
export const unitOpenKinds = [
  "post",
  "community",
  "duty",
  "taskLed",
  "taskHere",
  "taskOverseen",
  "list",
  "invitation",
  "meeting",
  "offer",
] as const;
export type UnitOpenKind = (typeof unitOpenKinds)[number];

/**
 * One open thing of a unit, by what it is called; nothing of what is in it, which not everybody here may read. Meetings
 * that are there only for those who take part have no name.
 */
export interface OpenThing {
  id: string;
  /** A number, or the name of an office or post. */
  name: string | Name;
  to: string | null;
}

/** Everything open of a unit, by kind; kinds of which there is nothing are left out. */
export type OpenOfUnit = { kind: UnitOpenKind; things: OpenThing[] }[];
