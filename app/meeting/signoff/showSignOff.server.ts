import type { Actor } from "~/access/actor";
import type { Name } from "~/i18n/language";
import { lastSignOff, namedBy, type SignOffRow } from "~/meeting/approval/lastSignOff.server";
import { type SignOffStanding, signOffStanding } from "~/meeting/approval/signOffStanding";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { holdsMeeting } from "~/meeting/conduct/permission";
import type { Paper } from "~/meeting/minutes/paper";
import { paperHash } from "~/meeting/wording/paperHash.server";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";

/** Who did something, and when. */
export interface DoneBy {
  name: string;
  post: Name;
  at: string;
}

/** How the sign-off of the minutes stands, as their page shows it. */
export interface ShownSignOff {
  standing: SignOffStanding;
  /** Of what was laid before the chair. */
  sha256: string;
  proposed: DoneBy | null;
  answered: (DoneBy & { words: string }) | null;
  /** The minutes as they were laid before the chair, where they read otherwise by now. */
  before: Paper | null;
  /** They are not issued without it. */
  demanded: boolean;
  can: { propose: boolean; answer: boolean };
}

/**
 * Shows how the sign-off of minutes stands that are not issued; null for everybody else than those who hold the meeting,
 * and where there is no chair.
 * @param paper the minutes as they read now; null before the session
 * @param complete nothing is missing in them
 */
export async function showSignOff(
  actor: Actor,
  slug: string,
  paper: Paper | null,
  complete: boolean,
): Promise<ShownSignOff | null> {
  return read(async (db) => {
    const meeting = await findMeeting(db, slug);
    const inWriting = meeting && (meeting.stage === "minutes" || meeting.amendment !== null);
    if (!meeting || !paper || !inWriting || !holdsMeeting(actor, meeting)) return null;
    if (meeting.chairPostId === null) return null;
    const last = await lastSignOff(db, meeting);
    const standing = signOffStanding(last, paperHash(paper));
    const waits = standing === "proposed" || standing === "changed";
    const isChair = actor.postId === meeting.chairPostId;
    return {
      standing,
      sha256: last?.sha256 ?? "",
      ...(await peopleOf(db, last)),
      before: last && standing === "changed" ? (JSON.parse(last.text) as Paper) : null,
      demanded: (await rulesOfMeeting(db, meeting.id)).session.minutesSigned === 1,
      can: {
        propose: complete && !isChair && standing !== "proposed" && standing !== "signed",
        answer: isChair && waits,
      },
    };
  });
}

async function peopleOf(
  db: Queries,
  last: SignOffRow | undefined,
): Promise<Pick<ShownSignOff, "proposed" | "answered">> {
  if (!last) return { proposed: null, answered: null };
  const proposer = await namedBy(db, last.proposedByPersonId, last.proposedByPostId);
  const { answeredAt, answeredByPersonId, answeredByPostId, words } = last;
  const answered =
    answeredAt && answeredByPersonId && answeredByPostId
      ? { ...(await namedBy(db, answeredByPersonId, answeredByPostId)), at: answeredAt, words }
      : null;
  return { proposed: { ...proposer, at: last.proposedAt }, answered };
}
