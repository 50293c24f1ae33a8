import { accessChanged } from "~/access/accessChange.server";
import { tellSecurity } from "~/access/securityEvent";

/** Somebody was given a post, or has left it; also who only stands in. */
export interface HeldChange {
  event: "postGiven" | "postLeft";
  personId: string;
  account: string;
  postId: string;
}

/**
 * Tells after the commit who was given which post and who has left one: the security log hears of it, and the open
 * connections of those people are asked for their rights again.
 * @param by the account of who did it; left out where it was the system itself
 */
export async function tellHeld(
  changes: readonly HeldChange[],
  { by, now }: { by?: string; now: string },
): Promise<void> {
  for (const { event, account, postId } of changes)
    tellSecurity({ event, at: now, account, by, about: postId });
  for (const personId of new Set(changes.map((one) => one.personId))) await accessChanged(personId);
}
