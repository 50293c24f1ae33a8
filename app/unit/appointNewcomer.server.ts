import { hash } from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { type Result, refuse } from "~/ledger/result";
import { person } from "~db/schema";
import { type AppointNewcomerInput, appointNewcomerForm } from "./holdingForms";
import { insertHolding } from "./insertHolding.server";
import { mayAppoint } from "./permission";

/**
 * Makes an account for somebody new, with the password an administrator gives them, and puts them into a
 * vacant post. Refuses with `accountTaken` at `account`, `postHeld` at `fromDay`.
 */
export async function appointNewcomer(
  actor: Actor,
  input: AppointNewcomerInput,
  now: string,
): Promise<Result<{ holdingId: string }>> {
  if (!mayAppoint(actor)) return refuse("notAllowed");
  const parsed = appointNewcomerForm.safeParse(input);
  if (!parsed.success) return refuse("invalid");
  const { account, name, password, postId, fromDay } = parsed.data;
  // Takes its time on purpose, and a transaction waits for nothing but the database.
  const passwordHash = await hash(password);
  return change(actor, now, async (tx, book) => {
    const [taken] = await tx
      .select({ id: person.id })
      .from(person)
      .where(eq(person.account, account))
      .limit(1);
    if (taken) return refuse("accountTaken", { field: "account" });
    const personId = newId();
    await tx.insert(person).values({ id: personId, account, name, passwordHash });
    await book({
      verb: "unit.createPerson",
      subject: { kind: "person", id: personId },
      after: { account, name },
    });
    return insertHolding(tx, book, { postId, fromDay, personId });
  });
}
