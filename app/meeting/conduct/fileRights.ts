import { type FileRights, onlyReads } from "~/file/fileRights";
import { hasReached, type Stage } from "~/meeting/kind/stage";
import type { Writer } from "./permission";

interface FiledTopic {
  contentElsewhere: boolean;
  problem: { powerUnitId: string | null } | null;
}

/**
 * What somebody may do with the files on a topic of a meeting that they see: who holds it tends all; until the minutes
 * are issued who prepares it, and the unit that leads the topic, add and tend their own. Nothing is attached to a topic
 * whose content is elsewhere.
 */
export function topicFileRights(
  writer: Writer | null,
  stage: Stage,
  { contentElsewhere, problem }: FiledTopic,
): FileRights {
  const open = !hasReached(stage, "issued") && !contentElsewhere;
  if (writer?.standing === "holds") return { add: open, tend: "all", counts: true };
  const brings =
    writer?.standing === "prepares" || (writer !== null && writer.unitId === problem?.powerUnitId);
  return open && brings ? { add: true, tend: "own", counts: true } : { ...onlyReads, counts: true };
}

/** What somebody may do with the files on a meeting's minutes, such as the signed paper: who holds it adds and tends. */
export function minutesFileRights(holds: boolean): FileRights {
  return holds ? { add: true, tend: "all" } : onlyReads;
}
