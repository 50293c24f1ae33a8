import { and, eq, isNull } from "drizzle-orm";
import { holdingNow } from "~/access/holdingNow.server";
import type { Book } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { appointForm } from "~/unit/holdingForms";
import { insertHolding } from "~/unit/insertHolding.server";
import { keysOfUnit } from "~/unit/keepNameKeys.server";
import { personKeys } from "~/unit/nameReading.server";
import { addPostForm } from "~/unit/post/postForms";
import { rolesOfUnit } from "~/unit/post/rolesOfUnit";
import { unitColumns } from "~/unit/registry/unitColumns.server";
import { addUnitForm } from "~/unit/registry/unitForms";
import type { HeldChange } from "~/unit/tellHeld.server";
import { personName } from "~/value/fields";
import type { Queries } from "~db/connect";
import { holding, person, post, unit } from "~db/schema";
import type { RegisterRow, RowOutcome } from "./registerColumns";
import { kindNamed, roleNamed } from "./registerWords.server";

interface Within {
  tx: Queries;
  book: Book;
  now: string;
  /** Is given who comes into a post, to be told after the commit. */
  held: HeldChange[];
}

/**
 * Enters what a row of the register brings that is not there yet: its unit, its post, whoever holds it, and their account
 * without a password. What is there stays as it is. Refuses with the code of what is wrong, at its column.
 */
export async function applyRow(within: Within, row: RegisterRow): Promise<Result<RowOutcome[]>> {
  const outcomes: RowOutcome[] = [];
  const of = await unitOf(within, row, outcomes);
  if (!of.ok) return of;
  if (row.titleZh !== "") {
    const entered = await postAndHolder(within, row, of.value, outcomes);
    if (!entered.ok) return entered;
  } else if (row.account !== "" || row.name !== "") return refuse("invalid", { field: "titleZh" });
  return done(outcomes.length > 0 ? outcomes : ["known"]);
}

type UnitRow = typeof unit.$inferSelect;

async function unitOf(
  { tx, book }: Within,
  row: RegisterRow,
  outcomes: RowOutcome[],
): Promise<Result<UnitRow>> {
  const [found] = await tx.select().from(unit).where(eq(unit.slug, row.slug));
  if (found) return found.closedAt === null ? done(found) : refuse("unitClosed", { field: "slug" });
  const kind = kindNamed(row.kind);
  if (!kind) return refuse("invalid", { field: "kind" });
  const parsed = addUnitForm.safeParse({ ...row, kind });
  if (!parsed.success) return refuse("invalid", { field: String(parsed.error.issues[0]?.path[0] ?? "slug") });
  const { slug } = parsed.data;
  const columns = await unitColumns(tx, parsed.data, { kind, slug });
  if (!columns.ok) return columns;
  const id = newId();
  const [made] = await tx
    .insert(unit)
    .values({ id, kind, slug, ...columns.value, ...(await keysOfUnit(tx, columns.value.nameZh)) })
    .returning();
  await book({
    verb: "unit.addUnit",
    subject: { kind: "unit", id },
    after: { kind, slug, ...columns.value },
  });
  outcomes.push("unit");
  return done(made!);
}

async function postAndHolder(
  within: Within,
  row: RegisterRow,
  of: UnitRow,
  outcomes: RowOutcome[],
): Promise<Result<null>> {
  const { tx, book } = within;
  const there = await tx
    .select({ id: post.id, account: person.account })
    .from(post)
    .leftJoin(
      holding,
      and(eq(holding.postId, post.id), eq(holding.capacity, "holder"), holdingNow(within.now)),
    )
    .leftJoin(person, eq(person.id, holding.personId))
    .where(and(eq(post.unitId, of.id), eq(post.titleZh, row.titleZh), isNull(post.closedAt)));
  const same = row.account === "" ? there[0] : there.find(({ account }) => account === row.account);
  if (same) return done(null);
  let postId = there.find(({ account }) => account === null)?.id;
  if (!postId) {
    const role = roleNamed(row.role);
    const parsed = addPostForm.safeParse({ ...row, unit: of.slug, role });
    if (!role || !rolesOfUnit(of.kind).includes(role)) return refuse("invalid", { field: "role" });
    if (!parsed.success) return refuse("invalid", { field: String(parsed.error.issues[0]?.path[0]) });
    const { titleZh, titleEn } = parsed.data;
    postId = newId();
    await tx.insert(post).values({ id: postId, unitId: of.id, role, titleZh, titleEn });
    const subject = { kind: "post", id: postId };
    await book({ verb: "unit.addPost", subject, after: { unit: of.slug, role, titleZh, titleEn } });
    outcomes.push("post");
  }
  return row.account === "" ? done(null) : holder(within, row, postId, outcomes);
}

async function holder(
  { tx, book, now, held }: Within,
  row: RegisterRow,
  postId: string,
  outcomes: RowOutcome[],
): Promise<Result<null>> {
  const parsed = appointForm.safeParse({ postId, account: row.account, fromDay: row.fromDay });
  if (!parsed.success) return refuse("invalid", { field: String(parsed.error.issues[0]?.path[0]) });
  const { account, fromDay } = parsed.data;
  const name = personName().safeParse(row.name);
  if (!name.success) return refuse("invalid", { field: "name" });
  const [known] = await tx.select().from(person).where(eq(person.account, account));
  if (known && known.name !== name.data) return refuse("accountOfOther", { field: "account" });
  const personId = known?.id ?? newId();
  if (!known) {
    await tx.insert(person).values({
      ...{ id: personId, account, name: name.data, passwordHash: "" },
      ...personKeys(name.data),
    });
    const subject = { kind: "person", id: personId };
    await book({ verb: "unit.createPerson", subject, after: { account, name: name.data } });
    outcomes.push("account");
  }
  const inserted = await insertHolding(tx, book, { postId, personId, fromDay, now });
  if (!inserted.ok) return inserted;
  held.push(...inserted.value.held);
  outcomes.push("holder");
  return done(null);
}
