import type { Occasion } from "./deviationRequest";
import type { ShownApproval, ShownApprovals } from "./shownApprovals.server";

/** The request for this very thing; undefined where nothing was asked, or something else. */
export function requestFor(
  { requests }: ShownApprovals,
  occasion: Occasion,
  covers = "",
): ShownApproval | undefined {
  const request = requests[occasion];
  return request && request.covers === covers ? request : undefined;
}
