import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { post, unit } from "~db/schema";
import { mayAppoint } from "../permission";
import type { AddPostInput } from "./postForms";
import { rolesOfUnit } from "./rolesOfUnit";

/**
 * Enters a post of a unit, with nobody in it. Refuses with `notFound`, `unitClosed`, and `invalid` at `role` where a
 * unit of this kind has no such posts.
 */
export async function addPost(
  actor: Actor,
  input: AddPostInput,
  now: string,
): Promise<Result<{ slug: string; postId: string }>> {
  if (!mayAppoint(actor)) return refuse("notAllowed");
  const { role, titleZh, titleEn } = input;
  return change(actor, now, async (tx, book) => {
    const [of] = await tx.select().from(unit).where(eq(unit.slug, input.unit));
    if (!of) return refuse("notFound");
    if (of.closedAt !== null) return refuse("unitClosed");
    if (!rolesOfUnit(of.kind).includes(role)) return refuse("invalid", { field: "role" });
    const postId = newId();
    await tx.insert(post).values({ id: postId, unitId: of.id, role, titleZh, titleEn });
    await book({
      verb: "unit.addPost",
      subject: { kind: "post", id: postId },
      after: { unit: of.slug, role, titleZh, titleEn },
    });
    return done({ slug: of.slug, postId });
  });
}
