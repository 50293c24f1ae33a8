import type * as Y from "yjs";
import type { RecordPart } from "~/record/document/parts";
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

/**
 * Why an edit is not in the record. `recordFrozen`: minutes are issued, or are being issued. `recordNotStored`:
 * nothing of it is stored, and it may be tried again. `recordUnsure`: it is stored, but the disk has failed to
 * say whether it is there to stay. `partClosed`: it changes a part of the record that it may not.
 */
export type EditRefusalCode = "recordFrozen" | "recordNotStored" | "recordUnsure" | "partClosed";

/** Answers whether a part of the record may be changed. */
export type MayWrite = (part: RecordPart) => boolean;

/** What every edit of the server answers; a `Result` with refusals of its own. */
export type EditAnswer = { ok: true; value: null } | { ok: false; refusal: { code: EditRefusalCode } };

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
  /**
   * Applies an edit through the room's own queue; resolves once it is committed and sent, or refused. Throws only
   * what `change` throws.
   * @param mayWrite which parts it may change; all of them unless told
   */
  edit(
    room: string,
    author: EditAuthor,
    change: (document: Y.Doc) => void,
    mayWrite?: MayWrite,
  ): Promise<EditAnswer>;
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

/**
 * Edits the record of a room, booked to its author there. Also where the live rooms are not running (any more)
 * the answer is a refusal, never an exception.
 * @param mayWrite which parts of the record its author may change; all of them for the server's own edits
 */
export async function editRecord(
  room: string,
  author: EditAuthor,
  change: (document: Y.Doc) => void,
  mayWrite?: MayWrite,
): Promise<EditAnswer> {
  return registered ? registered.edit(room, author, change, mayWrite) : refuseEdit("recordNotStored");
}

/** The answer of an edit that is not in the record. */
export function refuseEdit(code: EditRefusalCode): EditAnswer {
  return { ok: false, refusal: { code } };
}
