import * as Y from "yjs";
import { plainDocument } from "../plainDocument";

/**
 * Makes the update by which `change` changes a document in this state, or null when it changes nothing. Works on a
 * copy: a change that throws halfway leaves no trace.
 * @param client the Yjs client id the edit is made under
 */
export function serverEdit(
  state: Uint8Array,
  client: number,
  change: (document: Y.Doc) => void,
): Uint8Array | null {
  const copy = plainDocument();
  try {
    Y.applyUpdate(copy, state);
    copy.clientID = client;
    let update: Uint8Array | null = null;
    copy.on("update", (bytes: Uint8Array) => {
      update = bytes;
    });
    copy.transact(() => change(copy));
    return update;
  } finally {
    copy.destroy();
  }
}

/** Makes up a Yjs client id of its own for the server's edits of one room. */
export function newClient(): number {
  return Math.floor(Math.random() * 0xffff_fffe) + 1;
}
