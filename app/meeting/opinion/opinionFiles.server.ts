import { meetingAddress } from "~/address/meetings";
import type { FileKind } from "~/file/fileKind.server";
import { type FileRights, onlyReads } from "~/file/fileRights";
import { ledgerScopeOf } from "~/meeting/conduct/ledgerScope";
import { type FoundOpinion, findOpinion } from "./findOpinion.server";
import { isWritable } from "./opinion";

/** What somebody may do with the files on an opinion that they see: its own unit adds and tends, until the session opens. */
export function opinionFileRights({ own, meeting }: Pick<FoundOpinion, "own" | "meeting">): FileRights {
  return own && isWritable(meeting) ? { add: true, tend: "own" } : onlyReads;
}

/** Files on a written opinion, such as the signed letter. */
export const opinionFiles: FileKind = {
  kind: "opinion",
  async find(db, actor, id) {
    const found = await findOpinion(db, actor, id);
    if (!found) return undefined;
    return {
      id,
      title: found.topicTitle,
      address: meetingAddress(found.meeting, `opinions/${id}#files`),
      booked: { kind: "opinion", id },
      // Before it is submitted, what its unit attaches is read there alone.
      scopeUnitId: found.submittedAt === null ? found.unitId : ledgerScopeOf(found.meeting),
      rights: opinionFileRights(found),
    };
  },
};
