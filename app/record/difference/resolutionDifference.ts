import type { CanonicalRecord, Milestone, Resolution } from "~/record/document/record";
import {
  type FieldDifference,
  resolutionValues,
  resolutionWords,
  valueDifferences,
  wordDifferences,
} from "./fieldDifference";
import { type Movement, movements } from "./movements";
import { type Span, textDifference } from "./textDifference";
import { inOrder, placeOf, type Standing, standingOf } from "./withdrawal";

/** One milestone before and after. */
export interface MilestoneDifference {
  id: string;
  standing: Standing;
  text: Span[];
  dueDate: { before: string | null; after: string | null };
  /** Set when its new date puts it before or behind others. */
  moved: Movement | null;
}

/** What became of one resolution. */
export interface ResolutionDifference {
  id: string;
  standing: Standing;
  /** Place among its topic's resolutions, counted from one; where it stands now, or last stood. */
  ordinal: number;
  /** Set when it changed places with others of its topic. */
  moved: Movement | null;
  /** Set when it stood under another topic; a null id is none that the record held. */
  cameFrom: { id: string | null; title: string } | null;
  fields: FieldDifference[];
  milestones: MilestoneDifference[];
}

/** Two states of a record. */
export interface Both {
  before: CanonicalRecord;
  after: CanonicalRecord;
}

/**
 * What became of the resolutions of a topic; those that did not change are left out.
 * @param topicId null for those whose topic is none of `known`
 */
export function resolutionDifferences(
  topicId: string | null,
  both: Both,
  known?: Set<string>,
): ResolutionDifference[] {
  const here = (one: Resolution) =>
    topicId === null ? one.topicId === null || !known?.has(one.topicId) : one.topicId === topicId;
  const [before, after] = [both.before, both.after].map((record) => record.resolutions.filter(here));
  const ids = inOrder(
    (before ?? []).map(({ id }) => id),
    (after ?? []).map(({ id }) => id),
  );
  const moved = movements(before ?? [], after ?? []);
  return (
    ids
      // Moved to another topic, it is told where it stands now.
      .filter(
        (id) => after?.some((one) => one.id === id) || !both.after.resolutions.some((one) => one.id === id),
      )
      .map((id) => {
        const find = (record: CanonicalRecord) => record.resolutions.find((one) => one.id === id);
        const ordinal = placeOf(after ?? [], id) || placeOf(before ?? [], id);
        const [was, is] = [find(both.before), find(both.after)];
        return {
          ...resolutionDifference(id, was, is),
          ...{ ordinal, moved: moved.get(id) ?? null, cameFrom: originOf(was, is, both.before) },
        };
      })
      .filter((one) => one.standing !== "kept" || one.moved !== null || says(one))
  );
}

/** True when more than the place among others became different: it can be brought back by itself. */
export function says({ fields, milestones, cameFrom }: ResolutionDifference): boolean {
  return cameFrom !== null || fields.length > 0 || milestones.length > 0;
}

function originOf(
  before: Resolution | undefined,
  after: Resolution | undefined,
  { topics }: CanonicalRecord,
): ResolutionDifference["cameFrom"] {
  if (!before || !after || before.topicId === after.topicId) return null;
  const topic = topics.find((one) => one.id === before.topicId);
  return { id: topic?.id ?? null, title: topic?.title ?? "" };
}

function resolutionDifference(id: string, before: Resolution | undefined, after: Resolution | undefined) {
  return {
    id,
    standing: standingOf(before, after),
    fields: [
      ...wordDifferences(resolutionWords, before, after),
      ...valueDifferences(resolutionValues, before ?? empty, after ?? empty),
    ],
    milestones: milestoneDifferences(before?.milestones ?? [], after?.milestones ?? []),
  };
}

const empty = {
  leadUnitId: null,
  assistingUnitIds: [],
  dueDate: null,
  resourceKind: "none",
  checkBackDate: null,
} as const;

function milestoneDifferences(before: Milestone[], after: Milestone[]): MilestoneDifference[] {
  const places = milestonePlaces(before, after);
  return inOrder(
    before.map(({ id }) => id),
    after.map(({ id }) => id),
  )
    .map((id): MilestoneDifference => {
      const [was, is] = [before, after].map((list) => list.find((one) => one.id === id));
      return {
        id,
        standing: standingOf(was, is),
        text: textDifference(was?.text ?? "", is?.text ?? ""),
        dueDate: { before: was?.dueDate ?? null, after: is?.dueDate ?? null },
        moved: places.get(id) ?? null,
      };
    })
    .filter(
      ({ standing, text, dueDate }) =>
        standing !== "kept" || text.some((span) => span.kind !== "same") || dueDate.before !== dueDate.after,
    );
}

/** Milestones stand by their dates: those whose place among the same others became another one. */
function milestonePlaces(before: Milestone[], after: Milestone[]): Map<string, Movement> {
  const stands = (list: Milestone[]) => list.filter((one) => !one.withdrawn).map((one) => one.id);
  const [was, is] = [stands(before), stands(after)];
  const [rankWas, rankIs] = [was.filter((id) => is.includes(id)), is.filter((id) => was.includes(id))];
  const moved = rankIs.filter((id, rank) => rankWas.indexOf(id) !== rank);
  return new Map(moved.map((id) => [id, { from: was.indexOf(id) + 1, to: is.indexOf(id) + 1 }]));
}
