import type { Holder } from "~/access/holder";
import type { Occasion, RequestState } from "./deviationRequest";

/** The latest request for an act, as the page of that act shows it. */
export interface ShownApproval {
  id: string;
  state: Exclude<RequestState, "used" | "replaced">;
  covers: string;
  reason: string;
  approver: string;
  answer: string;
  /** The reader may open its page. */
  opens: boolean;
}

/** What the pages of acts that may depart show: whom one may name, and what was asked already. */
export interface ShownApprovals {
  approvers: Holder[];
  requests: Partial<Record<Occasion, ShownApproval>>;
}

/** The request for this very thing; undefined where nothing was asked, or something else. */
export function requestFor(
  { requests }: ShownApprovals,
  occasion: Occasion,
  covers = "",
): ShownApproval | undefined {
  const request = requests[occasion];
  return request && request.covers === covers ? request : undefined;
}
