import { z } from "zod";
import type { Step } from "~/ledger/step";
import { holdsMeeting } from "~/meeting/conduct/permission";
import type { FieldPlace, FieldValue } from "~/record/document/fieldPlace";
import { key } from "~/value/fields";

/** What becomes of overwritten words. */
export type OverwrittenState = "waiting" | "putBack" | "letGo";

const payload = z.object({ room: z.string(), epoch: z.number() });
export type OverwrittenInRoom = z.output<typeof payload>;

/** Finds whose words were overwritten in a room, and tells them; written together with the edit that did it. */
export const overwritten: Step<OverwrittenInRoom> = {
  kind: "words.overwritten",
  payload,
  subject: ({ room }) => room,
};

/** Putting overwritten words back, or letting them go. */
export const settleForm = z.object({ wordsId: key() });

/** Somebody who wrote in the record, as a page names them; null for the platform. */
export interface Hand {
  name: string;
  unit: { zh: string; en: string } | null;
}

/** Words that were overwritten, as a page shows them. */
export interface OverwrittenLine {
  id: string;
  place: FieldPlace;
  topicId: string | null;
  value: FieldValue;
  writer: Hand | null;
  over: Hand | null;
  at: string;
  state: OverwrittenState;
  /** The reader may put them back, or let them go. */
  settles: boolean;
}

/** By what places are named. */
export interface NamedEntries {
  topics: readonly { id: string; title: string }[];
  resolutions: readonly { id: string; topicId: string | null; withdrawn: boolean }[];
}

/** What a page of the history shows of them, and how many more there are than is kept. */
export interface OverwrittenPage {
  now: string;
  slug: string;
  lines: OverwrittenLine[];
  notKept: number;
  entries: NamedEntries;
  units: { id: string; zh: string; en: string }[];
}

/** Whether somebody may put words back or let them go: whoever wrote them, and those who hold the meeting. */
export function canSettle(
  actor: { personId: string } & Parameters<typeof holdsMeeting>[0],
  meeting: Parameters<typeof holdsMeeting>[1],
  words: { writerPersonId: string | null },
): boolean {
  return words.writerPersonId === actor.personId || holdsMeeting(actor, meeting);
}

/** Names the place of words: the topic, and the number of the resolution in it; what is not there any more is null. */
export function placeNames(
  { topics, resolutions }: NamedEntries,
  { place, topicId }: Pick<OverwrittenLine, "place" | "topicId">,
): { topic: string | null; number: number | null } {
  const found = resolutions.find(({ id }) => id === place.entryId);
  const inTopic = found?.topicId ?? topicId;
  const topic = topics.find(({ id }) => id === inTopic)?.title ?? null;
  const shown = resolutions.filter((one) => one.topicId === inTopic && !one.withdrawn);
  const at = shown.findIndex(({ id }) => id === place.entryId);
  return { topic, number: at === -1 ? null : at + 1 };
}
