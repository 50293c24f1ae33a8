import { createHash, randomBytes } from "node:crypto";

/** Makes a token that nobody guesses, in letters that an address takes. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** The token as stored: a reader of the database cannot use it. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
