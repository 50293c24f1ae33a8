import { and, eq, ne, or } from "drizzle-orm";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { unit } from "~db/schema";
import type { UnitKind } from "../unit";
import type { AddUnitInput } from "./unitForms";

/** What is entered of a unit, as its row takes it. */
type UnitColumns = Pick<
  typeof unit.$inferInsert,
  "nameZh" | "nameEn" | "shortZh" | "contactZh" | "contactEn" | "code" | "parentId"
>;

// Asked for in addresses beside the slugs of units.
const reserved = ["new", "duties", "import"];

/**
 * Makes the columns of a unit of what was entered, for its kind: only a street has a code, only a community a parent that
 * is chosen. Refuses with `unitNameTaken` at `nameZh`, `unitSlugTaken` at `slug`, `unitCodeTaken` and `unitCodeNeeded` at
 * `code`, `unitParentNeeded` at `parent`.
 * @param own the unit itself, where it is there already
 */
export async function unitColumns(
  tx: Queries,
  input: Omit<AddUnitInput, "kind" | "slug">,
  { kind, slug, own }: { kind: UnitKind; slug: string; own?: string },
): Promise<Result<UnitColumns>> {
  const code = kind === "street" ? (input.code ?? "") : "";
  if (kind === "street" && code === "") return refuse("unitCodeNeeded", { field: "code" });
  if (reserved.includes(slug)) return refuse("unitSlugTaken", { field: "slug" });
  const others = await tx
    .select()
    .from(unit)
    .where(
      and(
        or(eq(unit.nameZh, input.nameZh), eq(unit.slug, slug), code ? eq(unit.code, code) : undefined),
        own ? ne(unit.id, own) : undefined,
      ),
    );
  if (others.some((other) => other.slug === slug)) return refuse("unitSlugTaken", { field: "slug" });
  // A closed unit's name may come back; the numbers that begin with its code may not.
  if (others.some((other) => other.nameZh === input.nameZh && other.closedAt === null))
    return refuse("unitNameTaken", { field: "nameZh" });
  if (code && others.some((other) => other.code === code)) return refuse("unitCodeTaken", { field: "code" });
  const parent = kind === "community" ? await streetOf(tx, input.parent ?? "") : undefined;
  if (kind === "community" && !parent) return refuse("unitParentNeeded", { field: "parent" });
  const { nameZh, nameEn, shortZh, contactZh, contactEn } = input;
  return done({
    ...{ nameZh, nameEn, shortZh, contactZh, contactEn },
    code: code || null,
    parentId: parent?.id ?? null,
  });
}

async function streetOf(tx: Queries, slug: string) {
  const [row] = await tx.select().from(unit).where(eq(unit.slug, slug));
  return row?.kind === "street" && row.closedAt === null ? row : undefined;
}
