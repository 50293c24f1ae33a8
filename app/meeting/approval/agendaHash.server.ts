import { createHash } from "node:crypto";
import { type AgendaLine, wordsOfAgenda } from "./publishedAgenda";

/** The SHA-256 of an agenda: of its entries, their words and their order. */
export function agendaHash(lines: readonly AgendaLine[]): string {
  return createHash("sha256").update(wordsOfAgenda(lines)).digest("hex");
}
