import type { HandoverWay } from "~/unit/handover";

/** Where one thing goes, and whose post takes note of it. */
export interface GoesTo {
  goesTo: HandoverWay;
  postId: string;
}

/**
 * Reads what was chosen for one thing: a way that names no other post, or the id of another post. Undefined where nothing was
 * chosen, or what nobody could choose.
 * @param of the post that is left, its deputy's and those that can be chosen besides
 */
export function wayOf(
  chosen: string,
  of: { postId: string; deputyPostId: string | null; others: readonly string[] },
): GoesTo | undefined {
  if (chosen === "stays" || chosen === "successor") return { goesTo: chosen, postId: of.postId };
  if (chosen === "deputy") return of.deputyPostId ? { goesTo: chosen, postId: of.deputyPostId } : undefined;
  return of.others.includes(chosen) ? { goesTo: "post", postId: chosen } : undefined;
}

/** Whether a word belongs to it: only what stays where it is goes without one. */
export function asksForWord(goesTo: HandoverWay): boolean {
  return goesTo !== "stays";
}
