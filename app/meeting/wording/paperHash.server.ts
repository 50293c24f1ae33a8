import { createHash } from "node:crypto";
import { canonicalJson } from "~/record/document/record";

/** The SHA-256 of minutes that are not issued: of everything their paper says. */
export function paperHash(paper: object): string {
  return createHash("sha256").update(canonicalJson(paper)).digest("hex");
}
