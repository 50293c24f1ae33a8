import type { Actor } from "~/access/actor";
import { type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { organisesMeeting } from "~/meeting/conduct/permission";
import { seesMeeting } from "~/meeting/conduct/roomRight.server";
import { kindOf } from "~/meeting/kind/kind";
import type { CancelInput, PostponeInput } from "~/meeting/stage/rearrangeForm";
import { cancelWithin, restoreWithin, type Within } from "~/meeting/stage/setCancelled.server";
import { postponeWithin, undoPostponeWithin } from "~/meeting/stage/setPostponed.server";
import type { Queries } from "~db/connect";

type Named = { slug: string };

/** Cancels a meeting that a unit called; refuses like `cancelWithin`, with `notFound` and `notAllowed`. */
export function cancelMeeting(actor: Actor, { slug, reason }: CancelInput & Named, now: string) {
  return rearrange(actor, slug, now, (within, held) => cancelWithin(within, held, reason));
}

/** Holds a cancelled meeting after all; refuses like `restoreWithin`, with `notFound` and `notAllowed`. */
export function restoreMeeting(actor: Actor, { slug }: Named, now: string) {
  return rearrange(actor, slug, now, (within, held) => restoreWithin(within, held, now));
}

/** Puts a meeting that a unit called on a later day; refuses like `postponeWithin`, with `notFound` and `notAllowed`. */
export function postponeMeeting(actor: Actor, { slug, ...to }: PostponeInput & Named, now: string) {
  return rearrange(actor, slug, now, (within, held) => postponeWithin(within, held, to, now));
}

/** Puts it back on its day; refuses like `undoPostponeWithin`, with `notFound` and `notAllowed`. */
export function undoPostponement(actor: Actor, { slug }: Named, now: string) {
  return rearrange(actor, slug, now, (within, held) => undoPostponeWithin(within, held, now));
}

function rearrange(
  actor: Actor,
  slug: string,
  now: string,
  perform: (within: Within, held: Meeting) => Promise<Result<null>>,
): Promise<Result<null>> {
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const held = await calledMeeting(tx, actor, slug);
    if (!held) return refuse("notFound");
    if (!organisesMeeting(actor, held)) return refuse("notAllowed");
    return perform({ tx, book, later }, held);
  });
}

async function calledMeeting(tx: Queries, actor: Actor, slug: string): Promise<Meeting | null> {
  const held = await findMeeting(tx, slug);
  if (!held || kindOf(held).calledBy.length === 0) return null;
  return organisesMeeting(actor, held) || (await seesMeeting(tx, actor, held)) ? held : null;
}
