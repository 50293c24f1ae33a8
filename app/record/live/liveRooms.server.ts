import type * as Y from "yjs";
import type { CanonicalRecord } from "~/record/document/record";

/** Who an edit made by the server is booked to. */
export interface EditAuthor {
  personId: string;
  postId: string;
}

/** The state of a room in which nobody can write any more. */
export interface FrozenRoom {
  epoch: number;
  /** Sequence of the last update contained in `state`. */
  sequence: number;
  /** The whole document as one Yjs update. */
  state: Uint8Array;
}

/** The room is frozen: nothing can be written. */
export class RoomFrozen extends Error {}

/** Edits that somebody hands in instead of writing them. */
export interface HandIn {
  /** In which they were made. */
  epoch: number;
  bytes: Uint8Array;
  personId: string;
}

/**
 * What handed-in edits would do. `new`: they change the record so (`bytes`: the part of them that can stand);
 * `nothing`: it has all of them; `known`: the same person has proposed them before; `unreadable`: they are no
 * edits of this record; `tooMany`: the person hands in too much at once.
 */
export type HandInPreview =
  | { finding: "new"; epoch: number; bytes: Uint8Array; before: CanonicalRecord; after: CanonicalRecord }
  | { finding: "nothing" | "known" | "unreadable" | "tooMany" };

/**
 * What use cases may ask of the live rooms. The engine itself lives in `server/live` and registers here
 * at start, because a use case must not import the server.
 */
export interface LiveRooms {
  /** Applies an edit through the room's own queue; resolves once it is committed and sent. Throws RoomFrozen. */
  edit(room: string, author: EditAuthor, change: (document: Y.Doc) => void): Promise<void>;
  /** A copy of the document as committed; the caller may read it as it likes. */
  snapshot(room: string): Promise<{ epoch: number; sequence: number; state: Uint8Array }>;
  /** Tells what edits would change that are not written but handed in; applies nothing. */
  previewHandIn(room: string, handIn: HandIn): Promise<HandInPreview>;
  /** Stops writes before its first await, then resolves when everything accepted so far is committed. */
  freeze(room: string): Promise<FrozenRoom>;
  /** Takes a freeze back that did not lead to issued minutes. */
  thaw(room: string): Promise<void>;
  /** A transaction has given the room a new epoch: the old one is left, its freeze ends. */
  renew(room: string): Promise<void>;
  /** Rights may have changed: of one person, or of everyone. Connections are re-checked at once. */
  reviewAccess(personId?: string): Promise<void>;
}

let registered: LiveRooms | undefined;

/** Called once at start by the live engine. */
export function registerLiveRooms(rooms: LiveRooms | undefined): void {
  registered = rooms;
}

/** The live rooms of this process; an error when the engine was not started. */
export function liveRooms(): LiveRooms {
  if (!registered) throw new Error("the live engine is not running");
  return registered;
}
