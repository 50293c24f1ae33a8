import {
  type FieldDifference,
  resolutionValues,
  resolutionWords,
  valueDifferences,
  wordDifferences,
} from "./fieldDifference";
import type { CanonicalRecord, Milestone, Resolution } from "./record";
import { inOrder, placeOf, type Standing, standingOf } from "./standing";
import { type Span, textDifference } from "./textDifference";

/** One milestone before and after. */
export interface MilestoneDifference {
  id: string;
  standing: Standing;
  text: Span[];
  dueDate: { before: string | null; after: string | null };
}

/** What became of one resolution. */
export interface ResolutionDifference {
  id: string;
  standing: Standing;
  /** Place among its topic's resolutions, counted from one; where it stands now, or last stood. */
  ordinal: number;
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
  return (
    ids
      // Moved to another topic, it is told where it stands now.
      .filter(
        (id) => after?.some((one) => one.id === id) || !both.after.resolutions.some((one) => one.id === id),
      )
      .map((id) => {
        const find = (record: CanonicalRecord) => record.resolutions.find((one) => one.id === id);
        const ordinal = placeOf(after ?? [], id) || placeOf(before ?? [], id);
        return resolutionDifference(id, find(both.before), find(both.after), ordinal);
      })
      .filter(
        ({ standing, fields, milestones }) =>
          standing !== "kept" || fields.length > 0 || milestones.length > 0,
      )
  );
}

function resolutionDifference(
  id: string,
  before: Resolution | undefined,
  after: Resolution | undefined,
  ordinal: number,
): ResolutionDifference {
  return {
    id,
    standing: standingOf(before, after),
    ordinal,
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
      };
    })
    .filter(
      ({ standing, text, dueDate }) =>
        standing !== "kept" || text.some((span) => span.kind !== "same") || dueDate.before !== dueDate.after,
    );
}
