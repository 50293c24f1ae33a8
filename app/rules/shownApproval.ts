import type { Name } from "~/i18n/language";
import type { Occasion, RequestState } from "./deviationRequest";

/** Somebody who may approve: `id` is that of the holding, of a person in a post. */
export interface Approver {
  id: string;
  personId: string;
  postId: string;
  name: string;
  title: Name;
  unit: Name;
}

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
  approvers: Approver[];
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
