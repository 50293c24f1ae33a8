import type { IncomingMessage } from "node:http";
import type { Actor } from "~/access/actor";
import { signedIn, signedInById } from "~/access/session.server";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { canWritePart } from "~/meeting/conduct/permission";
import { meetingOfRoom } from "~/meeting/conduct/roomName";
import { rightInEpoch, writerIn } from "~/meeting/conduct/roomRight.server";
import { writingStateOf } from "~/meeting/conduct/writingState.server";
import { personKeys } from "~/unit/nameReading.server";
import { read } from "~db/read";
import type { Admission, Admitted, LiveAccess, PartRule } from "./live/admission";

/** Admits to the live rooms whom the platform knows, by the same cookie and the same rights as its pages. */
export function createAdmission(origins: string[], now: () => Date): Admission {
  const instant = () => now().toISOString();
  return {
    async admit(request: IncomingMessage, room: string, epoch: number) {
      if (!origins.includes(request.headers.origin ?? "")) return { ok: false, code: 4403 };
      const found = await signedIn(request.headers.cookie, instant());
      if (!found) return { ok: false, code: 4401 };
      const access = await accessTo(found.actor, room, epoch);
      // A day that does not exist and one that may not be seen yet answer alike.
      return access ? { ok: true, ...admitted(found.actor), ...access } : { ok: false, code: 4404 };
    },
    async recheck({ session, person }: Admitted, room: string, epoch: number) {
      const found = await signedInById(session, instant());
      if (!found) return "signedOut";
      // Who changed posts comes back under the new one.
      if (found.actor.postId !== person.postId) return null;
      return accessTo(found.actor, room, epoch);
    },
    partRule: partRuleOf,
  };
}

async function accessTo(actor: Actor, room: string, epoch: number): Promise<LiveAccess | null> {
  const slug = meetingOfRoom(room);
  if (!slug) return null;
  return read(async (db) => {
    const right = await rightInEpoch(db, actor, slug, epoch);
    const meeting = right === "write" ? await findMeeting(db, slug) : null;
    if (right === null || right === "none") return null;
    return { right, writer: meeting ? await writerIn(db, actor, meeting) : null };
  });
}

/** Reads the rule for the parts of a record as its meeting stands now; where there is no meeting, nobody writes. */
export async function partRuleOf(room: string, epoch: number): Promise<PartRule> {
  const slug = meetingOfRoom(room);
  const state = await read(async (db) => {
    const meeting = slug ? await findMeeting(db, slug) : undefined;
    if (!meeting) return null;
    return { ...(await writingStateOf(db, meeting)), amending: meeting.amendment?.epoch === epoch };
  });
  return (writer, part) => state !== null && canWritePart(writer, state, part);
}

function admitted(actor: Actor): Omit<Admitted, keyof LiveAccess> {
  const { personId, postId, name } = actor;
  return {
    person: {
      ...{ personId, postId, name, sortKey: personKeys(name).sortKey },
      unit: actor.unitName,
    },
    session: actor.signInId,
  };
}
