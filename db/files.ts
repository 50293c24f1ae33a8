import { currentDatabase } from "./current";
import type { FileStore } from "./fileStore";

/** The bytes of attached files beside the open database. */
export function fileStore(): FileStore {
  return currentDatabase().files;
}
