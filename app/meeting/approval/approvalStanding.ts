import { dayOf } from "~/calendar/day";

/** How an agenda that was laid before the chair stands; `replaced` by a later one that was laid before them. */
export const approvalStates = ["asked", "approved", "returned", "replaced"] as const;
export type ApprovalState = (typeof approvalStates)[number];

/** What the chair said last, or was asked last. */
export interface LastApproval {
  state: ApprovalState;
  sha256: string;
  askedAt: string;
  answeredAt: string | null;
}

/**
 * How the approval of an agenda stands: `takenBack` where it was approved, and is another agenda by now; `askedOther`
 * where another one than this waits for the chair.
 */
export type ApprovalStanding = "none" | "asked" | "askedOther" | "approved" | "takenBack" | "returned";

/**
 * Tells how the approval of an agenda stands.
 * @param sha256 of the agenda as it is now
 */
export function approvalStanding(
  last: Pick<LastApproval, "state" | "sha256"> | undefined,
  sha256: string,
): ApprovalStanding {
  if (!last || last.state === "replaced") return "none";
  if (last.state === "returned") return "returned";
  if (last.state === "asked") return last.sha256 === sha256 ? "asked" : "askedOther";
  return last.sha256 === sha256 ? "approved" : "takenBack";
}

/** Whether the chair approved later than the rules have it. */
export function isApprovedLate({ answeredAt }: Pick<LastApproval, "answeredAt">, approveBy: string): boolean {
  return answeredAt !== null && dayOf(answeredAt) > approveBy;
}
