import { z } from "zod";
import type { Actor } from "~/access/actor";
import type { Name } from "~/i18n/language";
import { type FieldValues, markOf } from "~/ledger/meanwhile";
import type { Holding } from "~/meeting/conduct/permission";
import { holdsMeeting } from "~/meeting/conduct/permission";
import type { Stage } from "~/meeting/kind/stage";
import { key, versionIfAny, words } from "~/value/fields";

/** Stages at which reservations are entered: from the opening until the minutes are issued. */
export const reservingStages: readonly Stage[] = ["inSession", "minutes"];

/** What a unit does not go along with, as everybody in the room reads it. */
export interface ShownReservation {
  id: string;
  topicId: string;
  /** Null of what was entered before reservations named their unit. */
  unitId: string | null;
  unit: Name | null;
  words: string;
  at: string;
  /** When it was read out; null before. */
  readAt: string | null;
  version: number;
  /** The reader may change and withdraw it. */
  own: boolean;
}

/** Who enters reservations, and in whose name. */
interface Reserving {
  unitId: string;
  /** Somebody of the unit is there. */
  isPresent: boolean;
  /** Somebody of the unit can sign in. */
  hasAccount: boolean;
}

/**
 * Whether somebody may enter, change or withdraw the reservation of a unit: those of the unit itself, while it is
 * present; whoever leads only for a unit that is present and cannot enter it itself.
 */
export function mayReserve(
  actor: Pick<Actor, "role" | "unitId" | "postId">,
  meeting: Holding,
  { unitId, isPresent, hasAccount }: Reserving,
): boolean {
  if (!isPresent) return false;
  return actor.unitId === unitId || (holdsMeeting(actor, meeting) && !hasAccount);
}

/** A reservation as its form shows it; empty where none is entered. */
export function reservationShown(entered: Pick<ShownReservation, "words" | "version"> | undefined): {
  version: number;
  values: FieldValues;
} {
  const values = { words: entered?.words ?? "" };
  return { version: markOf({ ...values, version: String(entered?.version ?? 0) }), values };
}

/** Enters what a unit does not go along with, or words it anew. */
export const reserveForm = z.object({
  topicId: key(),
  unitId: key(),
  words: words(1_000),
  /** Mark of the reservation as it was shown; see {@link reservationShown}. */
  version: versionIfAny(),
});

/** Says of one reservation that it was read out, or is withdrawn. */
export const reservationForm = z.object({ reservationId: key() });
