import type { Stage } from "~/meeting/kind/stage";
import type { ShownApprovals } from "~/rules/shownApproval";

/** A meeting with what of it can be rearranged, as a page knows it. */
export interface Rearranged {
  date: string;
  now: string;
  stage: Stage;
  postponedFrom: string | null;
  changeReason: string;
  /** What was announced is not taken back. */
  can: { rearrange: boolean; undo: boolean };
  /** Given where the plan of the year is departed from. */
  approvals?: ShownApprovals;
}
