import type { Actor } from "~/access/actor";
import { onlyReads, type ShownFiles } from "~/file/fileRights";
import { filesOn } from "~/file/filesOn.server";
import type { Name } from "~/i18n/language";
import type { ProblemRow } from "~/problem/insertProblem.server";
import { concernedUnitsOf } from "~/problem/listedProblems.server";
import { problemFiles } from "~/problem/problemFiles.server";
import { findProblemById } from "~/problem/scope.server";
import { unitsById } from "~/unit/namedUnits.server";
import type { Queries } from "~db/connect";

type FactOfProblem =
  | ("problemClass" | "source" | "raisedAt" | "place" | "powerLacking" | "legalBasis")
  | ("households" | "wishOn" | "coordination" | "question");

/** Facts of a problem with its units in both languages. */
export interface FactsInBoth extends Pick<ProblemRow, FactOfProblem> {
  community: Name | null;
  sees: Name | null;
  power: Name | null;
  concerned: Name[];
}

/** The problem that a topic comes from, as it is read in the room. */
export interface MatterOfTopic {
  id: string;
  number: string;
  /** Of whoever raised it. */
  originalWording: string;
  /** Of the street. */
  summary: string;
  facts: FactsInBoth;
  files: ShownFiles;
}

/** The problem that a topic comes from; null for whom it is not there. */
export async function matterOfTopic(
  db: Queries,
  actor: Actor,
  problemId: string,
): Promise<MatterOfTopic | null> {
  const row = await findProblemById(db, actor, problemId);
  if (!row) return null;
  const concerned = (await concernedUnitsOf(db, [row.id])).get(row.id) ?? [];
  const units = await unitsById(db, [row.communityId, row.seesUnitId, row.powerUnitId, ...concerned]);
  const nameOf = (id: string | null): Name | null => (id ? (units.get(id)?.name ?? null) : null);
  const { id, number, originalWording, summary } = row;
  const { problemClass, source, raisedAt, place, powerLacking, legalBasis } = row;
  const { households, wishOn, coordination, question } = row;
  return {
    ...{ id, number, originalWording, summary },
    facts: {
      ...{ problemClass, source, raisedAt, place, powerLacking, legalBasis },
      ...{ households, wishOn, coordination, question },
      community: nameOf(row.communityId),
      sees: nameOf(row.seesUnitId),
      power: nameOf(row.powerUnitId),
      concerned: concerned.map(nameOf).filter((one) => one !== null),
    },
    files: await filesOn(db, actor, problemFiles.kind, { id, rights: onlyReads }),
  };
}
