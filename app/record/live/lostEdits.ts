import * as Y from "yjs";
import { writtenWords } from "~/record/document/writtenWords";

/** What somebody wrote that did not get into the record and cannot any more. */
export interface LostEdits {
  /** Of the record in which it was written. */
  epoch: number;
  /** As a Yjs update. */
  edits: Uint8Array;
  /** The words of it; empty where things were only moved or deleted. */
  words: string;
  /** Lets go of what this device keeps of it. */
  forget(): Promise<void>;
}

/** The number of items known of each client. */
export type StateVector = Map<number, number>;

/** What a document holds beyond a state: as an update (with every deletion it knows) and as words. */
export function beyond(document: Y.Doc, known: StateVector): Pick<LostEdits, "edits" | "words"> {
  return {
    edits: Y.encodeStateAsUpdate(document, Y.encodeStateVector(known)),
    words: writtenWords(document, ({ client, clock }) => clock >= (known.get(client) ?? 0)),
  };
}

/** The state of a document. */
export function stateVector(document: Y.Doc): StateVector {
  return Y.decodeStateVector(Y.encodeStateVector(document));
}
