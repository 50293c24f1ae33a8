/** How minutes that were laid before the chair stand; `replaced` by those that were laid before them later. */
export const signOffStates = ["proposed", "signed", "returned", "takenBack", "replaced"] as const;
export type SignOffState = (typeof signOffStates)[number];

/**
 * How the sign-off of minutes stands. `changed`: they wait for the chair, and read otherwise by now; `outdated`: they
 * were signed, and read otherwise by now. Both are no sign-off of what stands there.
 */
export type SignOffStanding =
  | "none"
  | "proposed"
  | "changed"
  | "signed"
  | "outdated"
  | "returned"
  | "takenBack";

/**
 * Tells how the sign-off of minutes stands.
 * @param sha256 of the minutes as they read now
 */
export function signOffStanding(
  last: { state: SignOffState; sha256: string } | undefined,
  sha256: string,
): SignOffStanding {
  if (!last || last.state === "replaced") return "none";
  const isSame = last.sha256 === sha256;
  if (last.state === "proposed") return isSame ? "proposed" : "changed";
  if (last.state === "signed") return isSame ? "signed" : "outdated";
  return last.state;
}
