import type * as Y from "yjs";
import { listTopics, moveTopic, setTopicField, topicById } from "~/record/document/record";
import type { ProposalKind, StandsNow } from "./proposal";

/** A change of one entry: the new value as text; of `place` the id of the entry it comes before, "" for the end. */
export interface ProposedChange {
  topicId: string;
  kind: ProposalKind;
  proposed: string;
}

/** Reads what stands in the record where a change would write; null where there is no such entry. */
export function valueInRecord(document: Y.Doc, topicId: string, kind: ProposalKind): string | null {
  const topic = topicById(document, topicId);
  if (!topic) return null;
  if (kind === "title") return topic.title;
  if (kind === "presenter") return topic.presenter;
  if (kind === "minutes") return String(topic.minutesAllotted ?? "");
  const order = listTopics(document).map(({ id }) => id);
  const at = order.indexOf(topicId);
  return at === -1 ? "" : (order[at + 1] ?? "");
}

/** Finds how an entry stands where a change would write. */
export function standsInRecord(
  document: Y.Doc,
  { topicId, kind }: Pick<ProposedChange, "topicId" | "kind">,
  decided: boolean,
): StandsNow {
  const now = valueInRecord(document, topicId, kind);
  if (now === null) return { now: "", entry: "gone" };
  if (topicById(document, topicId)?.withdrawn) return { now, entry: "withdrawn" };
  return { now, entry: decided ? "decided" : "open" };
}

/** Writes a proposed change into the record. */
export function writeProposed(document: Y.Doc, { topicId, kind, proposed }: ProposedChange): void {
  if (kind === "place") moveTopic(document, topicId, proposed || null);
  else if (kind === "minutes")
    setTopicField(document, topicId, "minutesAllotted", proposed ? Number(proposed) : null);
  else setTopicField(document, topicId, kind, proposed);
}
