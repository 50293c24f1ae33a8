import type { IncomingMessage } from "node:http";

/** The person behind a connection, as everybody in the room sees them. */
export interface LivePerson {
  personId: string;
  postId: string;
  name: string;
  /** In both languages: each reader sees their own. */
  unit: { zh: string; en: string };
  /** A CSS colour for cursor and name. */
  colour: string;
}

export type LiveRight = "read" | "write";

/** Somebody let into a room. `session` names the sign-in, so that signing out closes the right sockets. */
export interface Admitted {
  person: LivePerson;
  right: LiveRight;
  session: string;
}

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
  /** Answers the right that somebody already inside has now; `signedOut` when the session or its post has ended. */
  recheck(admitted: Admitted, room: string, epoch: number): Promise<LiveRight | "none" | "signedOut">;
}
