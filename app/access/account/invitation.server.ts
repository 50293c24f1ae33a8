import { and, eq, gt, isNull } from "drizzle-orm";
import { hashToken, newToken } from "~/access/token.server";
import { newId } from "~/ledger/identifier.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { invitation, person } from "~db/schema";
import { invitationDays } from "./newPassword";

const dayMs = 24 * 60 * 60 * 1000;

/** Somebody who may choose a password with the code of an invitation. */
export interface Invited {
  invitationId: string;
  personId: string;
  account: string;
  name: string;
}

/**
 * Makes the code with which a person chooses a password, once, in the caller's transaction. Any earlier one of theirs
 * is no longer good. The code itself is stored nowhere.
 */
export async function makeInvitation(tx: Queries, personId: string, now: string): Promise<string> {
  await tx
    .update(invitation)
    .set({ expiresAt: now })
    .where(and(eq(invitation.personId, personId), isNull(invitation.usedAt), gt(invitation.expiresAt, now)));
  const code = newToken();
  const expiresAt = new Date(Date.parse(now) + invitationDays * dayMs).toISOString();
  const row = { id: newId(), tokenHash: hashToken(code), personId, createdAt: now, expiresAt };
  await tx.insert(invitation).values(row);
  return code;
}

/** Whom a code invites; null where it was used, is too old or never was one. */
export async function findInvitation(code: string, now: string): Promise<Invited | null> {
  const [row] = await read((db) =>
    db
      .select({
        invitationId: invitation.id,
        personId: person.id,
        account: person.account,
        name: person.name,
      })
      .from(invitation)
      .innerJoin(person, eq(person.id, invitation.personId))
      .where(
        and(
          eq(invitation.tokenHash, hashToken(code)),
          isNull(invitation.usedAt),
          gt(invitation.expiresAt, now),
        ),
      )
      .limit(1),
  );
  return row ?? null;
}

/** Uses an invitation up, in the caller's transaction; false where somebody was quicker. */
export async function spendInvitation(tx: Queries, id: string, now: string): Promise<boolean> {
  const spent = await tx
    .update(invitation)
    .set({ usedAt: now })
    .where(and(eq(invitation.id, id), isNull(invitation.usedAt), gt(invitation.expiresAt, now)))
    .returning({ id: invitation.id });
  return spent.length === 1;
}
