import type { RecordPart } from "~/record/document/parts";
import type { CanonicalRecord } from "~/record/document/record";
import type { RestoreUnit } from "./restorePart";

type MayChange = (part: RecordPart) => boolean;

/**
 * Whether bringing a part back touches only what somebody may change: a part that is closed (the resolutions of a
 * decided topic; the agenda, for whoever does not hold the meeting) is left as it is, and the others come back.
 */
export function mayBringBack(
  unit: RestoreUnit,
  now: CanonicalRecord,
  old: CanonicalRecord,
  mayChange: MayChange,
): boolean {
  return partsOf(unit, now, old).every(mayChange);
}

function partsOf({ kind, id }: RestoreUnit, now: CanonicalRecord, old: CanonicalRecord): RecordPart[] {
  if (kind === "order") return orderOf(now) === orderOf(old) ? [] : [{ kind: "agenda" }];
  if (kind === "notes") return [{ kind: "notes", topicId: id }];
  if (kind === "resolution")
    return [now, old].flatMap(({ resolutions }) =>
      resolutions
        .filter((one) => one.id === id)
        .map(({ topicId }): RecordPart => ({ kind: "resolutions", topicId })),
    );
  return now.topics.some((topic) => topic.id === id)
    ? [{ kind: "topic", topicId: id }]
    : [{ kind: "agenda" }];
}

const orderOf = ({ topics }: CanonicalRecord) => topics.map(({ id, order }) => `${id} ${order}`).join("\n");

/** What of a part was left as it is, as its page names it: by the topic it belongs to. */
export interface LeftClosed {
  kind: RestoreUnit["kind"];
  title: string;
}

/** Names parts that were left closed by the titles of their topics. */
export function nameClosed(units: readonly RestoreUnit[], record: CanonicalRecord): LeftClosed[] {
  const titleOf = (topicId: string | null | undefined) =>
    record.topics.find((topic) => topic.id === topicId)?.title ?? "";
  const named = units.map(({ kind, id }) => {
    const resolution = kind === "resolution" && record.resolutions.find((one) => one.id === id);
    return { kind, title: titleOf(resolution ? resolution.topicId : id) };
  });
  // Several resolutions of one topic are one reason.
  return named.filter(
    (one, at) => named.findIndex(({ kind, title }) => kind === one.kind && title === one.title) === at,
  );
}
