import { and, asc, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { holdingNow } from "~/access/holdingNow.server";
import type { Language } from "~/i18n/language";
import { type Result, refuse } from "~/ledger/result";
import { mayAppoint } from "~/unit/permission";
import { unitInForce } from "~/unit/unitInForce.server";
import { writeWorkbook } from "~/workbook/writeWorkbook.server";
import { alias } from "~db/alias";
import { read } from "~db/read";
import { holding, person, post, unit } from "~db/schema";
import { type RegisterRow, registerColumns } from "./registerColumns";
import { wordsIn } from "./registerWords.server";

/**
 * Writes the units, posts and holders as an XLSX file that can be brought back; no passwords. Refuses with `notFound` for
 * everybody but the administrator, and like `writeWorkbook`.
 */
export async function exportRegister(
  actor: Actor,
  language: Language,
  now: string,
): Promise<Result<Uint8Array>> {
  if (!mayAppoint(actor)) return refuse("notFound");
  const t = wordsIn(language);
  const rows = (await registered(now)).map((row): RegisterRow => {
    const { kind, role, ...cells } = row;
    return { ...cells, kind: t(`unit.kind.${kind}`), role: role ? t(`unit.role.${role}`) : "" };
  });
  return writeWorkbook([
    {
      name: t("register.sheet"),
      head: registerColumns.map((column) => t(`register.column.${column}`)),
      columns: registerColumns.map((column) => ({ width: column.startsWith("contact") ? 32 : 18 })),
      rows: rows.map((row) => registerColumns.map((column) => row[column] || null)),
    },
  ]);
}

async function registered(now: string) {
  const above = alias(unit, "above");
  const rows = await read((db) =>
    db
      .select({ unit, above, post, fromDay: holding.fromDay, person })
      .from(unit)
      .leftJoin(above, eq(above.id, unit.parentId))
      .leftJoin(post, and(eq(post.unitId, unit.id), isNull(post.closedAt)))
      .leftJoin(holding, and(eq(holding.postId, post.id), eq(holding.capacity, "holder"), holdingNow(now)))
      .leftJoin(person, eq(person.id, holding.personId))
      .where(unitInForce())
      .orderBy(asc(unit.id), asc(post.id)),
  );
  return rows.map(({ unit: of, above: parent, post: at, fromDay, person: who }) => ({
    ...{ kind: of.kind, slug: of.slug, nameZh: of.nameZh, nameEn: of.nameEn, shortZh: of.shortZh },
    ...{ code: of.code ?? "", parent: parent?.slug ?? "" },
    ...{ contactZh: of.contactZh, contactEn: of.contactEn },
    ...{ titleZh: at?.titleZh ?? "", titleEn: at?.titleEn ?? "", role: at?.role ?? null },
    ...{ name: who?.name ?? "", account: who?.account ?? "", fromDay: fromDay ?? "" },
  }));
}
