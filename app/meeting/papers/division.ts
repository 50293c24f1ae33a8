import type { Name } from "~/i18n/language";
import type { Paper, PaperResolution } from "~/meeting/minutes/paper";

/** What a unit does in a matter. */
export type Part = "leads" | "assists";

/** A unit and its part in each of the day's matters, in their order; null where it has none. */
export interface DivisionRow {
  unit: Name;
  parts: (Part | null)[];
  leads: number;
  assists: number;
}

/** Who leads and who helps: units down, matters across. */
export interface Division {
  matters: Pick<PaperResolution, "id" | "ordinal" | "text" | "lead" | "assisting" | "dueDate">[];
  rows: DivisionRow[];
}

/** Divides the resolutions of a paper among their units, in the order in which units lead for the first time. */
export function divisionOf({ topics }: Pick<Paper, "topics">): Division {
  const matters = topics.flatMap((topic) => topic.resolutions);
  const units = new Map<string, Name>();
  for (const { leadUnitId, lead } of matters) if (leadUnitId) units.set(leadUnitId, lead);
  for (const { assistingUnitIds, assisting } of matters)
    for (const [at, id] of assistingUnitIds.entries())
      if (!units.has(id)) units.set(id, assisting[at] as Name);
  const rows = [...units].map(([id, unit]): DivisionRow => {
    const parts = matters.map((one) => partOf(id, one));
    const count = (wanted: Part) => parts.filter((part) => part === wanted).length;
    return { unit, parts, leads: count("leads"), assists: count("assists") };
  });
  return { matters, rows };
}

function partOf(unitId: string, { leadUnitId, assistingUnitIds }: PaperResolution): Part | null {
  if (leadUnitId === unitId) return "leads";
  return assistingUnitIds.includes(unitId) ? "assists" : null;
}
