import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Actor } from "~/access/actor";
import { signedIn, signedInById } from "~/access/session.server";
import { meetingOfRoom } from "~/meeting/conduct/roomName";
import { rightInEpoch } from "~/meeting/conduct/roomRight.server";
import { read } from "~db/read";
import type { Admission, Admitted, LiveRight } from "./live/admission";

/** Admits to the live rooms whom the platform knows, by the same cookie and the same rights as its pages. */
export function createAdmission(origins: string[], now: () => Date): Admission {
  const instant = () => now().toISOString();
  return {
    async admit(request: IncomingMessage, room: string, epoch: number) {
      if (!origins.includes(request.headers.origin ?? "")) return { ok: false, code: 4403 };
      const found = await signedIn(request.headers.cookie, instant());
      if (!found) return { ok: false, code: 4401 };
      const right = await rightIn(found.actor, room, epoch);
      // A day that does not exist and one that may not be seen yet answer alike.
      return right === "none" ? { ok: false, code: 4404 } : { ok: true, ...admitted(found.actor, right) };
    },
    async recheck({ session, person }: Admitted, room: string, epoch: number) {
      const found = await signedInById(session, instant());
      if (!found) return "signedOut";
      // Who changed posts comes back under the new one.
      if (found.actor.postId !== person.postId) return "none";
      return rightIn(found.actor, room, epoch);
    },
  };
}

async function rightIn(actor: Actor, room: string, epoch: number): Promise<LiveRight | "none"> {
  const month = meetingOfRoom(room);
  return month ? ((await read((db) => rightInEpoch(db, actor, month, epoch))) ?? "none") : "none";
}

function admitted(actor: Actor, right: LiveRight): Admitted {
  const { personId, postId, name } = actor;
  return {
    person: { personId, postId, name, unit: actor.unitName, colour: colourOf(personId) },
    right,
    session: actor.signInId,
  };
}

// Dark enough to carry white letters. The editor knows colours of this form only.
const colours = ["#1f5fa8", "#a3470f", "#14725a", "#8a2f6b", "#6b5b00", "#5a48a6", "#9c2f3a", "#2b6d8f"];

// The same person has the same colour on every day.
function colourOf(personId: string): string {
  const at = createHash("sha256").update(personId).digest().readUInt16BE() % colours.length;
  return colours[at] as string;
}
