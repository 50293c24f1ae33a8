import { and, asc, eq } from "drizzle-orm";
import type { Name } from "~/i18n/language";
import { nameOfUnit } from "~/i18n/names";
import { read } from "~db/read";
import { dutyItem, unit } from "~db/schema";
import { type ProblemClass, problemClasses } from "./problemClass";

/** One line of the duty list. */
export interface DutyListed {
  number: number;
  problemClass: ProblemClass;
  matter: string;
  basis: string;
  unit: { slug: string; name: Name };
}

/** The page of the duty list. */
export interface DutyPage {
  duties: DutyListed[];
  /** Classes and units that have duties, to choose among. */
  classes: ProblemClass[];
  units: { slug: string; name: Name }[];
}

/** Reads what is asked of the duty list from an address; what is not understood is left out. */
export function readDutyFilter(asked: URLSearchParams) {
  const problemClass = problemClasses.find((one) => one === asked.get("class"));
  return { problemClass, unit: asked.get("unit") || undefined };
}

/** Which office answers for what, by class or by unit (its slug) where asked. */
export async function showDuties(filter: { problemClass?: ProblemClass; unit?: string }): Promise<DutyPage> {
  return read(async (db) => {
    const rows = await db
      .select({ duty: dutyItem, of: unit })
      .from(dutyItem)
      .innerJoin(unit, eq(unit.id, dutyItem.unitId))
      .where(
        and(
          filter.unit ? eq(unit.slug, filter.unit) : undefined,
          filter.problemClass ? eq(dutyItem.problemClass, filter.problemClass) : undefined,
        ),
      )
      .orderBy(asc(dutyItem.number));
    const classes = await db.selectDistinct({ is: dutyItem.problemClass }).from(dutyItem);
    const units = await db
      .selectDistinct({ slug: unit.slug, name: nameOfUnit(unit) })
      .from(dutyItem)
      .innerJoin(unit, eq(unit.id, dutyItem.unitId));
    return {
      duties: rows.map(({ duty, of }) => ({
        number: duty.number,
        problemClass: duty.problemClass,
        matter: duty.matter,
        basis: duty.basis,
        unit: { slug: of.slug, name: nameOfUnit(of) },
      })),
      classes: classes.map((row) => row.is),
      units,
    };
  });
}
