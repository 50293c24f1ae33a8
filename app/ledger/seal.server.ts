import type { Queries } from "~db/connect";
import { ledgerText } from "~db/schema";
import { sign } from "./key.server";
import { isStated, type Sealed, sealTexts } from "./sealed";

/** Makes of a text what the ledger keeps of it. */
export function sealText(text: string): Sealed {
  return { sealed: sign(JSON.stringify(["text", text])), length: text.length };
}

/**
 * Writes a state as the ledger keeps it, without people's words; null where there is none. Reasons that stand nowhere
 * else are kept beside the ledger.
 */
export async function bookedState(tx: Queries, state: unknown): Promise<string | null> {
  if (state === undefined) return null;
  const stated = new Map<string, string>();
  const booked = sealTexts(state, (text, field) => {
    const kept = sealText(text);
    if (isStated(field)) stated.set(kept.sealed, text);
    return kept;
  });
  const rows = [...stated].map(([digest, text]) => ({ digest, text }));
  if (rows.length > 0) await tx.insert(ledgerText).values(rows).onConflictDoNothing();
  return JSON.stringify(booked);
}
