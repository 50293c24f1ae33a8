import type * as Y from "yjs";
import type { Actor } from "~/access/actor";
import { addDays } from "~/calendar/day";
import { newId } from "~/ledger/identifier.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { addMilestone, addResolution, notesOf } from "~/record/document/record";
import { writeLines } from "~/record/document/writeLines";
import { editRecord } from "~/record/live/liveRooms.server";
import type { DemoDecision, DemoResolution } from "~db/demo/texts";
import { must, type World } from "./world";

/** Writes in the live record of a month as somebody there would. */
export async function writeRecord(
  month: string,
  author: Pick<Actor, "personId" | "postId">,
  change: (document: Y.Doc) => void,
): Promise<void> {
  must(await editRecord(liveRoomName(month), author, change), `writeRecord ${month}`);
}

/** Appends paragraphs to the notes of a topic. */
export function writeNotes(document: Y.Doc, topicId: string, paragraphs: readonly string[]): void {
  const content = paragraphs.map((words) => ({
    type: "paragraph",
    content: [{ type: "text", text: words }],
  }));
  writeLines(document, topicId, notesOf(document, topicId), { type: "doc", content });
}

/** A resolution as it stands in the record, to be found again when it has become a task. */
export interface WrittenResolution {
  id: string;
  decision: DemoDecision;
  /** Its place under its topic, from 0. */
  place: number;
}

/** Writes every resolution of a decision, with its timetable counted from the day. */
export function writeResolutions(
  world: World,
  document: Y.Doc,
  topicId: string,
  decision: DemoDecision,
  date: string,
): WrittenResolution[] {
  return decision.resolutions.map((text, place) => {
    const id = newId();
    addResolution(document, { id, topicId, ...fieldsOf(world, text, date) });
    for (const milestone of text.milestones)
      addMilestone(document, id, {
        id: newId(),
        text: milestone.text,
        dueDate: addDays(date, milestone.inDays),
      });
    return { id, decision, place };
  });
}

function fieldsOf(world: World, text: DemoResolution, date: string) {
  const dueDate = addDays(date, text.dueInDays);
  return {
    text: text.text,
    residentText: text.residentText,
    leadUnitId: world.unitId(text.leadSlug),
    assistingUnitIds: text.assistSlugs.map(world.unitId),
    dueDate,
    measure: text.measure,
    evidence: text.evidence,
    resourceKind: text.resource,
    resourceText: text.resourceText,
    checkBackDate: addDays(dueDate, 7),
  };
}
