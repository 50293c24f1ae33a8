import { createHmac } from "node:crypto";

let key: string | undefined;

/** Sets the key that signs the ledger: once at start, from the configuration. */
export function setLedgerKey(value: string): void {
  key = value;
}

/** HMAC-SHA-256 of a text under the ledger's key, hex. */
export function sign(text: string): string {
  if (!key) throw new Error("no ledger key is set");
  return createHmac("sha256", key).update(text).digest("hex");
}
