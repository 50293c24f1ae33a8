import type { Actor } from "~/access/actor";
import { problemAddress } from "~/address/problems";
import type { FileKind } from "~/file/fileKind.server";
import type { FileRights } from "~/file/fileRights";
import { canChangeProblem, hasRaised } from "./permission";
import { findProblemById } from "./scope.server";

interface OwnedProblem {
  streetId: string;
  communityId: string | null;
}

/**
 * What somebody may do with the files on a problem that they see: the district office and the street tend all of them,
 * the community that raised it its own; everybody else looks.
 */
export function problemFileRights(actor: Actor, problem: OwnedProblem): FileRights {
  if (actor.role === "office") return { add: true, tend: "all" };
  if (canChangeProblem(actor, problem)) return { add: true, tend: "all" };
  return hasRaised(actor, problem) ? { add: true, tend: "own" } : { add: false, tend: "none" };
}

/** Files on a problem, such as photos of the place. */
export const problemFiles: FileKind = {
  kind: "problem",
  async find(db, actor, id) {
    const row = await findProblemById(db, actor, id);
    if (!row) return undefined;
    return {
      id,
      title: `${row.number} ${row.title}`,
      address: `${problemAddress(row.number)}#files`,
      booked: { kind: "problem", id },
      scopeUnitId: row.submittedAt === null ? row.streetId : undefined,
      rights: problemFileRights(actor, row),
    };
  },
};
