import type { IncomingMessage } from "node:http";
import type { Writer } from "~/meeting/conduct/permission";
import type { RecordPart } from "~/record/document/parts";

/** The person behind a connection, as everybody in the room sees them. */
export interface LivePerson {
  personId: string;
  postId: string;
  name: string;
  /** What the name is sorted by, see `personKeys`. */
  sortKey: string;
  /** In both languages: each reader sees their own. */
  unit: { zh: string; en: string };
}

export type LiveRight = "read" | "write";

/** What somebody may do in a room, and as what they write; `writer` is null for readers. */
export interface LiveAccess {
  right: LiveRight;
  writer: Writer | null;
}

/** Somebody let into a room. `session` names the sign-in, so that signing out closes the right sockets. */
export interface Admitted extends LiveAccess {
  person: LivePerson;
  session: string;
}

/** Decides who may change which part of a record, as its meeting stands. */
export type PartRule = (writer: Writer, part: RecordPart) => boolean;

export type AdmissionAnswer = ({ ok: true } & Admitted) | { ok: false; code: 4401 | 4403 | 4404 };

/**
 * Decides who may enter which room; implemented with the real sign-in, injected so that the engine knows
 * nothing of cookies. The right is the one the person's post gives: that a record is frozen is the
 * room's business, and somebody who could write keeps `write` there, because what they wrote offline
 * must become a correction proposal instead of being refused.
 */
export interface Admission {
  /** Checks session cookie, Origin, that the room exists, and the person's right in that epoch of it. */
  admit(request: IncomingMessage, room: string, epoch: number): Promise<AdmissionAnswer>;
  /** Answers what somebody already inside may do now: null for nothing, `signedOut` when their sign-in or its post has ended. */
  recheck(admitted: Admitted, room: string, epoch: number): Promise<LiveAccess | null | "signedOut">;
  /** Answers the rule for the parts of that epoch of a room's record; asked again when facts have changed. */
  partRule(room: string, epoch: number): Promise<PartRule>;
}
