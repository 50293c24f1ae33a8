import { type NamedUnit, unitsById } from "~/unit/namedUnits.server";
import type { Queries } from "~db/connect";
import type { ImportedRow } from "./importedRow";

/** How the cells of a row were understood that can be understood otherwise. */
export interface RowRead {
  community: NamedUnit | undefined;
  problemClass: string;
  place: string;
  units: NamedUnit[];
  power: NamedUnit | undefined;
  /** A day or an instant; empty where none was read. */
  raisedAt: string;
  households: number | null;
  /** A day; empty where none was read. */
  wishOn: string;
}

const mostOfPlace = 60;

/** Names what was understood of rows that are taken, by the number of their row. */
export async function rowsRead(db: Queries, rows: readonly ImportedRow[]): Promise<Map<number, RowRead>> {
  const taken = rows.flatMap(({ row, problem }) => (problem ? [{ row, problem }] : []));
  const units = await unitsById(
    db,
    taken.flatMap(({ problem }) => [problem.communityId, problem.powerUnitId, ...problem.concernedUnitIds]),
  );
  const unitOf = (id: string | null | undefined) => units.get(id ?? "");
  return new Map(
    taken.map(({ row, problem }) => [
      row,
      {
        community: unitOf(problem.communityId),
        problemClass: problem.problemClass,
        place: (problem.place ?? "").slice(0, mostOfPlace),
        units: problem.concernedUnitIds.flatMap((id) => units.get(id) ?? []),
        power: unitOf(problem.powerUnitId),
        raisedAt: problem.raisedAt ?? "",
        households: problem.households ?? null,
        wishOn: problem.wishOn ?? "",
      },
    ]),
  );
}
