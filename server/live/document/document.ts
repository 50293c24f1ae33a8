import * as Y from "yjs";
import { changedParts } from "~/record/document/parts";
import type { DecodedUpdate } from "~/record/document/updatePlaces";
import type { MayWrite } from "~/record/live/liveRooms.server";
import type { Limits } from "../limits";
import { holdsElements, plainDocument } from "../plainDocument";
import type { StoredDocument } from "../store/store";
import { inspectUpdate, isDeeperThan, isMisplaced } from "./inspection";
import type { UnseenLoss } from "./loss";
import { watchLosses } from "./unseenLoss";

/** Bytes of a record that takes some tens of milliseconds to build or to write down. */
export const longRecord = 64 * 1024;

/**
 * What became of one update of a batch; `full` when it would exceed the size of a document, `refused` when it would
 * change a part that it may not.
 */
export type Outcome = "new" | "known" | "gap" | "invalid" | "full" | "refused";

/** An update waiting for its batch. */
export interface Incoming {
  bytes: Uint8Array;
  /** It is a client's answer to the server's question: all it has that the server lacks. */
  step2: boolean;
  /** Which parts of the record it may change; all of them unless told. */
  mayWrite?: MayWrite;
}

/** What a batch did to the document. */
export interface Applied {
  /** For each update, in order. */
  outcomes: Outcome[];
  /** For each update with outcome `new`: the bytes to store. */
  stored: Uint8Array[];
  /** What the updates made disappear unseen, with the place of each update in `outcomes`. */
  losses: { by: number; loss: UnseenLoss }[];
  /** All of it as one update, null when nothing changed. */
  merged: Uint8Array | null;
  /**
   * Set when an update failed in the middle of being applied; the document must be loaded anew. `last`:
   * the last one in `outcomes` is to blame. `one`: one of the batch is, it is not known which.
   */
  spoiled: "last" | "one" | null;
}

/** Holds a room's document in memory, with what it takes to store it. */
export class RoomDocument {
  readonly document: Y.Doc;
  sequence: number;
  snapshotBytes: number;
  logCount: number;
  logBytes: number;
  #whole: { sequence: number; state: Uint8Array } | null = null;

  constructor(
    stored: StoredDocument,
    readonly limits: Limits,
  ) {
    this.document = stored.document;
    this.sequence = stored.sequence;
    this.snapshotBytes = stored.snapshotBytes;
    this.logCount = stored.logCount;
    this.logBytes = stored.logBytes;
    // Whoever comes into a room where nobody writes gets it as it lies in the database.
    if (stored.state) this.#keep(stored.state);
  }

  /** Applies a batch as one Yjs transaction, each update inspected against what came before it. */
  apply(batch: Incoming[]): Applied {
    const applied: Applied = { outcomes: [], stored: [], losses: [], merged: null, spoiled: null };
    // Yjs writes down what a transaction did only while somebody listens.
    const onUpdate = (bytes: Uint8Array) => {
      applied.merged = bytes;
    };
    if (batch.length > 1) this.document.on("update", onUpdate);
    try {
      this.document.transact((transaction) => {
        for (const incoming of batch) {
          if (applied.spoiled) return;
          this.#applyOne(incoming, applied, transaction);
        }
      });
    } catch {
      // What Yjs does at the end of a transaction can fail too, on a tree deeper than the stack.
      applied.spoiled ??= batch.length === 1 ? "last" : "one";
    }
    this.document.off("update", onUpdate);
    // One alone is shown in the bytes in which it came.
    if (batch.length === 1) applied.merged = applied.stored[0] ?? null;
    return applied;
  }

  #applyOne(incoming: Incoming, applied: Applied, transaction: Y.Transaction): void {
    const { finding, newRoots, structures, decoded } = inspectUpdate(this.document, incoming.bytes);
    // A client that itself misses something sends that with every synchronisation; it would be sent
    // away to resynchronise for ever. What can stand is taken.
    const bytes = finding === "gap" && incoming.step2 ? this.#applicable(incoming.bytes) : incoming.bytes;
    if (finding === "gap" && bytes !== incoming.bytes) {
      if (bytes) this.#applyOne({ bytes, step2: false, mayWrite: incoming.mayWrite }, applied, transaction);
      else applied.outcomes.push("known");
      return;
    }
    if (finding !== "new" && finding !== "cosmetic") {
      applied.outcomes.push(finding);
      return;
    }
    // Marks that a client tidies up by itself are nobody's doing.
    if (finding === "new" && decoded && !this.#mayApply(decoded, incoming.mayWrite)) {
      applied.outcomes.push("refused");
      return;
    }
    if (this.#isFull(incoming.bytes.length, newRoots)) {
      applied.outcomes.push("full");
      return;
    }
    try {
      const losses = finding === "new" && decoded ? watchLosses(transaction, decoded) : null;
      Y.applyUpdate(this.document, incoming.bytes);
      const { pendingStructs, pendingDs } = this.document.store;
      // Inspection lets nothing through that waits for something else; a circle of updates does.
      if (pendingStructs || pendingDs) throw new Error("the update waits for itself");
      // Yjs walks trees by calling itself: one deep enough could be written, and never be deleted or
      // shown again without overflowing somebody's stack.
      const { documentDepth } = this.limits;
      if (structures.some((id) => isDeeperThan(this.document, id, documentDepth)))
        throw new Error("too deep");
      // Where an editor expects a marker, another structure would show nobody what stands in it.
      if (structures.some((id) => isMisplaced(this.document, id))) throw new Error("not where it belongs");
      for (const loss of losses?.() ?? []) applied.losses.push({ by: applied.outcomes.length, loss });
      applied.outcomes.push("new");
      applied.stored.push(incoming.bytes);
    } catch {
      applied.outcomes.push("invalid");
      applied.spoiled = "last";
    }
  }

  #mayApply(decoded: DecodedUpdate, mayWrite: MayWrite | undefined): boolean {
    return !mayWrite || changedParts(this.document, decoded).every(mayWrite);
  }

  #isFull(bytes: number, roots: number): boolean {
    const { documentBytes, documentRoots } = this.limits;
    if (this.snapshotBytes + this.logBytes + bytes > documentBytes) return true;
    return roots > 0 && this.document.share.size + roots > documentRoots;
  }

  /** Cuts out the part of an update that does not wait for anything; null when that is nothing. */
  #applicable(bytes: Uint8Array): Uint8Array | null {
    const scratch = plainDocument({ elements: holdsElements(this.document) });
    Y.applyUpdate(scratch, Y.encodeStateAsUpdate(this.document));
    let applicable: Uint8Array | null = null;
    scratch.on("update", (effect: Uint8Array) => {
      applicable = effect;
    });
    try {
      Y.applyUpdate(scratch, bytes);
    } catch {
      applicable = null;
    }
    scratch.destroy();
    return applicable;
  }

  /** Answers what somebody with this state vector lacks. Throws when the vector is malformed. */
  missing(stateVector: Uint8Array): Uint8Array {
    // An empty vector is one byte; everybody who comes in new asks with it, often many at once.
    if (stateVector.length === 1 && stateVector[0] === 0) return this.whole();
    return Y.encodeStateAsUpdate(this.document, stateVector);
  }

  /** Answers the whole document as one update. */
  whole(): Uint8Array {
    if (this.#whole?.sequence === this.sequence) return this.#whole.state;
    const state = Y.encodeStateAsUpdate(this.document);
    this.#keep(state);
    return state;
  }

  // Many come in at once. A short one is written down anew for each: thousands of rooms would keep a copy each.
  #keep(state: Uint8Array): void {
    this.#whole = state.length < longRecord ? null : { sequence: this.sequence, state };
  }

  /** Lets go of the encoded copy that `whole` keeps. */
  forgetWhole(): void {
    this.#whole = null;
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.document);
  }

  destroy(): void {
    this.#whole = null;
    this.document.destroy();
  }
}
