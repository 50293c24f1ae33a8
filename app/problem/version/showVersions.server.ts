import { asc, count, desc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { canList } from "~/problem/permission";
import { findStreetList } from "~/problem/streetList.server";
import { findStreet, unitsById } from "~/unit/namedUnits.server";
import { unitNames } from "~/unit/unitNames.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { listVersion, listVersionRow } from "~db/schema";
import { compareVersions, type FrozenRow, type VersionDifference, versionWords } from "./listVersion";

export type VersionsView = NonNullable<Awaited<ReturnType<typeof showVersions>>>;

/**
 * The versions of a street's list, the newest first, and what changed from one to another, as far as the reader may
 * see the list; null where there is none for them, or it was never submitted.
 * @param input `version` to be shown, the newest unless told; `against` an earlier one, the one before unless told
 */
export async function showVersions(
  actor: Actor,
  input: { month: string; street: string; version?: number; against?: number },
) {
  return read(async (db) => {
    const street = await findStreet(db, input.street);
    if (!street || !canList(actor, "see", { streetId: street.id })) return null;
    const found = await findStreetList(db, input.month, street.id);
    const versions = found?.list ? await versionsOf(db, actor, found.list.id) : [];
    const shown = versions.find((one) => one.number === input.version) ?? versions[0];
    if (!found || !shown) return null;
    const earlier = versions.filter((one) => one.number < shown.number);
    const against = earlier.find((one) => one.number === input.against) ?? earlier[0];
    const rows = await rowsOf(db, shown.id);
    const difference = against ? compareVersions(await rowsOf(db, against.id), rows) : null;
    return {
      month: found.day.month,
      street,
      versions,
      shown: shown.number,
      against: against?.number ?? null,
      earlier: earlier.map((one) => one.number),
      rows,
      difference,
      units: await unitsIn(db, difference),
    };
  });
}

async function versionsOf(db: Queries, actor: Actor, listId: string) {
  const rows = await db
    .select({ version: listVersion, rows: count(listVersionRow.id) })
    .from(listVersion)
    .leftJoin(listVersionRow, eq(listVersionRow.versionId, listVersion.id))
    .where(eq(listVersion.listId, listId))
    .groupBy(listVersion.id)
    .orderBy(desc(listVersion.number));
  const ids = rows.flatMap((row) => row.version.submittedByPostId ?? []);
  const posts = new Map((await unitNames.post!(db, ids, actor)).map((post) => [post.id, post]));
  return rows.map(({ version, rows: count }) => ({
    ...{ id: version.id, number: version.number, rows: count, sha256: version.sha256 },
    ...{ submittedAt: version.submittedAt, by: posts.get(version.submittedByPostId ?? "") ?? null },
    ...{ outcome: version.outcome, outcomeAt: version.outcomeAt, returnReason: version.returnReason },
  }));
}

async function rowsOf(db: Queries, versionId: string): Promise<FrozenRow[]> {
  const rows = await db
    .select()
    .from(listVersionRow)
    .where(eq(listVersionRow.versionId, versionId))
    .orderBy(asc(listVersionRow.at));
  return rows.map((row) => ({
    number: row.number,
    ...(Object.fromEntries(versionWords.map((field) => [field, row[field] ?? ""])) as Record<
      (typeof versionWords)[number],
      string
    >),
    facts: JSON.parse(row.facts),
  }));
}

const unitFields: readonly string[] = ["communityId", "seesUnitId", "powerUnitId", "concernedUnitIds"];

/** The units that a difference names. */
async function unitsIn(db: Queries, difference: VersionDifference | null) {
  const fields = difference?.changed.flatMap((row) => row.fields) ?? [];
  const ids = fields.flatMap((field) =>
    field.kind === "value" && unitFields.includes(field.field)
      ? [field.before, field.after].flat().filter((id) => typeof id === "string")
      : [],
  );
  const units = await unitsById(db, ids);
  return [...units.values()].map(({ id, name }) => ({ id, ...name }));
}
