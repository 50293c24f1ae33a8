import type { Actor } from "~/access/actor";
import type { RecordPart } from "~/record/document/parts";
import type { Queries } from "~db/connect";
import type { Meeting } from "./findMeeting.server";
import { canProposeForAgenda, canWritePart, type WritingState } from "./permission";
import { writerIn } from "./roomRight.server";
import { isClosed } from "./topic";
import { topicsOfMeeting } from "./topicsOfMeeting.server";

/** Reads what decides which parts of a meeting's record may be written now. */
export async function writingStateOf(db: Queries, meeting: Meeting): Promise<WritingState> {
  const topics = await topicsOfMeeting(db, meeting.id);
  return {
    kind: meeting.kind,
    stage: meeting.stage,
    agendaPublished: meeting.agendaPublishedAt !== null,
    amending: meeting.amendment !== null,
    closedTopicIds: topics.filter(isClosed).map(({ id }) => id),
    elsewhereTopicIds: topics.filter((one) => one.contentElsewhere).map(({ id }) => id),
    leadUnitIds: Object.fromEntries(
      topics.flatMap(({ id, problem }) => (problem?.powerUnitId ? [[id, problem.powerUnitId]] : [])),
    ),
  };
}

/** Tells which parts of a meeting's record somebody may change now; none where they do not write in it. */
export async function partRightsOf(
  db: Queries,
  actor: Actor,
  meeting: Meeting,
): Promise<(part: RecordPart) => boolean> {
  const writer = await writerIn(db, actor, meeting);
  const state = await writingStateOf(db, meeting);
  return (part) => writer !== null && canWritePart(writer, state, part);
}

/** Tells whether somebody may propose changes to a meeting's agenda: now, at another stage of it, or never. */
export async function mayProposeNow(
  db: Queries,
  actor: Actor,
  meeting: Meeting,
): Promise<"now" | "atOtherStages" | "never"> {
  const writer = await writerIn(db, actor, meeting);
  if (!writer || writer.standing === "holds") return "never";
  return canProposeForAgenda(writer, await writingStateOf(db, meeting)) ? "now" : "atOtherStages";
}
