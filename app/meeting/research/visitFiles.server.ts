import { meetingAddress } from "~/address/meetings";
import type { FileKind } from "~/file/fileKind.server";
import { type FileRights, onlyReads } from "~/file/fileRights";
import { ledgerScopeOf } from "~/meeting/conduct/ledgerScope";
import { findVisit } from "./findVisit.server";
import { type ResearchRight, writesResearch } from "./research";

/** What somebody may do with the photos of a visit: the group adds and tends its own, who leads it all. */
export function visitFileRights(right: ResearchRight): FileRights {
  return writesResearch(right) ? { add: true, tend: right === "leads" ? "all" : "own" } : onlyReads;
}

/** Photos and papers of a visit. */
export const visitFiles: FileKind = {
  kind: "visit",
  async find(db, actor, id) {
    const found = await findVisit(db, actor, id);
    if (!found) return undefined;
    return {
      id,
      title: found.title,
      address: meetingAddress(found.meeting, `research/${id}#files`),
      booked: { kind: "visit", id },
      scopeUnitId: ledgerScopeOf(found.meeting),
      rights: visitFileRights(found.right),
    };
  },
};
