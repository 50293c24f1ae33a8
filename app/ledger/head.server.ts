import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { ledgerHead } from "~db/schema";
import { transact } from "~db/transact";
import { type Head, headText } from "./chain";
import { sign } from "./key.server";

/** The head as it is kept; without a signature where it comes from before heads were kept. */
export interface KeptHead extends Head {
  signature: string;
}

/** Reads the head of the ledger; null where somebody took it away. */
export async function findHead(db: Queries): Promise<KeptHead | null> {
  const [row] = await db.select().from(ledgerHead);
  return row ? { sequence: row.sequence, hash: row.hash, signature: row.signature } : null;
}

/** Reads the head that the next entry follows. Without one nothing can be written any more: a bug, or a break-in. */
export async function headOf(db: Queries): Promise<Head> {
  const head = await findHead(db);
  if (!head) throw new Error("the head of the ledger is gone; audit:verify says what is left");
  return head;
}

/** Moves the head on to an entry that was just appended. */
export async function moveHead(tx: Queries, head: Head): Promise<void> {
  await tx.update(ledgerHead).set({ ...head, signature: sign(headText(head)) });
}

/** Signs a head that comes from before heads were kept, once, at the first start after the upgrade. */
export async function signHead(): Promise<void> {
  const head = await read(findHead);
  if (head && head.sequence > 0 && head.signature === "")
    await transact((tx) => moveHead(tx, { sequence: head.sequence, hash: head.hash }));
}
