import { v7 } from "uuid";

/** Creates an id for something made on this page; later ones sort later. */
export function newRecordId(): string {
  return v7();
}
