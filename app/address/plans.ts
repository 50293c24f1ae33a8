/** Addresses the plan of a year. */
export function planAddress(year: number | string): string {
  return `/desk/plan/${year}`;
}

/** Addresses the days off and make-up working days of a year. */
export function calendarAddress(year: number | string): string {
  return `/desk/plan/${year}/calendar`;
}

/** Where the days stand that leaders keep free. */
export const blockedAddress = "/desk/plan/blocked";

/** Addresses where a month exchanges its host with another one. */
export function swapAddress(month: string): string {
  return `/desk/days/${month}/swap`;
}

/** Addresses where the arrangements of a month's consultation day (YYYY-MM) are changed. */
export function dayPlanAddress(month: string): string {
  return `/desk/days/${month}/plan`;
}

/** Addresses the rules in force. */
export const rulesHome = "/desk/rules";

/** Addresses the open proposal for the next version of the rules. */
export const proposalAddress = "/desk/rules/proposal";

/** The rules in force, for whoever looked for a proposal and there is none. */
export const noProposalAddress = `${rulesHome}?proposal=none`;

/** Addresses a version of the rules. */
export function rulesAddress(version: number): string {
  return `/desk/rules?version=${version}`;
}

/** Addresses a request for a deviation. */
export function deviationAddress(id: string): string {
  return `/desk/deviations/${id}`;
}

/** Where a ledger that was kept before is taken over. */
export const takeoverAddress = "/desk/takeover";
