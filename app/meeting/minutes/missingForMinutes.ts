import { isFarAhead } from "~/calendar/day";
import { isAdopted, isDecided, type Outcome, type TopicKind } from "~/meeting/conduct/topic";
import type { HoldingPart, ResolutionPart } from "~/meeting/kind/resolutionPart";
import { factsNamed } from "~/meeting/wording/wordedLines";
import type { CanonicalRecord } from "~/record/document/record";
import { isPower, type PowerField, powerFields } from "~/record/document/resolutionKind";
import { type AdoptedChange, type Amended, changedAdopted } from "./adoptedResolution";

/** Something that keeps the minutes from being issued. */
export type Missing =
  | { what: "lookBack"; stated: number; total: number }
  | { what: "unplaced"; topicId: string; title: string }
  /** The agenda and the record do not agree on an entry. */
  | { what: "differs"; how: AgendaDifference; topicId: string; title: string }
  | { what: "outcome"; topicId: string; title: string }
  /** Decided while too few of those who lead were there. */
  | { what: "quorum"; topicId: string; title: string }
  /** What was worded for the minutes does not say how it was decided. */
  | { what: "wording"; topicId: string; title: string }
  /** Its resolutions were opened again and are not closed. */
  | { what: "reopened"; topicId: string; title: string }
  | AdoptedChange
  | {
      what: "resolution";
      topicId: string;
      title: string;
      resolutionId: string;
      /** Its place under its topic, from 1. */
      ordinal: number;
      parts: SlipPart[];
    };

/**
 * How the record departs from the agenda in the database: it lacks an entry that stands there, or has taken it
 * off; it keeps one that was taken off there; it takes it for another kind of entry.
 */
export type AgendaDifference = "lacking" | "takenOff" | "kept" | "otherKind";

/** What the database knows of one entry of the agenda. */
export interface GateTopic {
  id: string;
  title: string;
  kind: TopicKind;
  outcome: Outcome | null;
  /** A quorum was there when the outcome was entered. */
  hadQuorum: boolean;
  /** Its resolutions are open again. */
  reopened: boolean;
  withdrawn: boolean;
}

/** What the gates look at besides the record. */
export interface GateFacts {
  /** The day itself, YYYY-MM-DD: nothing is due before it. */
  date: string;
  lookBack: { stated: number; total: number; complete: boolean };
  topics: readonly GateTopic[];
  /** What a resolution must say, as the kind of the meeting has it. */
  resolutionsSay: readonly ResolutionPart[];
  /** Units that can be made responsible. */
  leadUnitIds: ReadonlySet<string>;
  /** Null where the minutes are issued for the first time. */
  amended: Amended | null;
}

type DraftTopic = CanonicalRecord["topics"][number];
type Draft = CanonicalRecord["resolutions"][number];

/** Everything that is still missing before the minutes of a day can be issued, in the order of the agenda. */
export function missingForMinutes(record: CanonicalRecord, facts: GateFacts): Missing[] {
  const { complete, stated, total } = facts.lookBack;
  const before: Missing[] = complete ? [] : [{ what: "lookBack", stated, total }];
  const adopted = facts.amended ? changedAdopted(record, facts.amended) : [];
  const entries = record.topics.flatMap((draft) => missingOfTopic(record, draft, facts));
  return [...before, ...differencesFromAgenda(record, facts), ...adopted, ...entries];
}

function differencesFromAgenda(record: CanonicalRecord, { topics }: GateFacts): Missing[] {
  const drafts = new Map(record.topics.map((draft) => [draft.id, draft]));
  return topics.flatMap((topic): Missing[] => {
    const draft = drafts.get(topic.id);
    const how = differenceOf(topic, draft);
    return how ? [{ what: "differs", how, topicId: topic.id, title: draft?.title || topic.title }] : [];
  });
}

function differenceOf(topic: GateTopic, draft: DraftTopic | undefined): AgendaDifference | null {
  if (topic.withdrawn) return draft && !draft.withdrawn ? "kept" : null;
  if (!draft) return "lacking";
  if (draft.withdrawn) return "takenOff";
  return draft.kind === topic.kind ? null : "otherKind";
}

function missingOfTopic(record: CanonicalRecord, draft: DraftTopic, facts: GateFacts): Missing[] {
  const { id: topicId, title } = draft;
  const topic = facts.topics.find((one) => one.id === topicId);
  // Somebody wrote it straight into the record.
  if (!topic) return draft.withdrawn ? [] : [{ what: "unplaced", topicId, title }];
  if (topic.withdrawn || !isDecided(topic.kind)) return [];
  if (!topic.outcome) return [{ what: "outcome", topicId, title }];
  return [
    ...missingOfDecision(topic, title),
    ...missingOfWording(record, topicId, title),
    ...missingOfResolutions(record, topic, title, facts),
  ];
}

function missingOfWording({ wordings }: CanonicalRecord, topicId: string, title: string): Missing[] {
  const worded = wordings?.[topicId];
  return worded && !factsNamed(worded).includes("outcome") ? [{ what: "wording", topicId, title }] : [];
}

function missingOfDecision({ id: topicId, hadQuorum, reopened }: GateTopic, title: string): Missing[] {
  const quorum: Missing[] = hadQuorum ? [] : [{ what: "quorum", topicId, title }];
  return reopened ? [...quorum, { what: "reopened", topicId, title }] : quorum;
}

function missingOfResolutions(
  record: CanonicalRecord,
  { id: topicId, outcome }: GateTopic,
  title: string,
  facts: GateFacts,
): Missing[] {
  if (!isAdopted(outcome)) return [];
  const adopted = new Set(facts.amended?.adopted.map(({ line }) => line.id));
  return draftsOf(record, topicId).flatMap((resolution, at) => {
    const parts = adopted.has(resolution.id) ? [] : missingParts(resolution, facts);
    const which = { topicId, title, resolutionId: resolution.id, ordinal: at + 1 };
    return parts.length > 0 ? [{ what: "resolution" as const, ...which, parts }] : [];
  });
}

/** The resolutions of a topic that were not taken back, in order. */
export function draftsOf(record: CanonicalRecord, topicId: string): Draft[] {
  return record.resolutions.filter((one) => one.topicId === topicId && !one.withdrawn);
}

/**
 * What one resolution does not say yet of what its kind of meeting asks for, and what it says that cannot hold. A
 * lead unit that cannot lead and a due date before the day, or many years behind it, count as missing.
 */
export function missingParts(
  resolution: Draft,
  facts: Pick<GateFacts, "date" | "leadUnitIds" | "resolutionsSay">,
): SlipPart[] {
  if (isPower(resolution)) return missingOfPower(resolution, facts);
  const { text, residentText, leadUnitId, dueDate, measure, evidence } = resolution;
  const present: Record<ResolutionPart, boolean> = {
    text: text.trim() !== "",
    residentText: residentText.trim() !== "",
    leadUnit: leadUnitId !== null && facts.leadUnitIds.has(leadUnitId),
    dueDate: dueDate !== null && dueDate >= facts.date && !isFarAhead(dueDate, facts.date),
    measure: measure.trim() !== "",
    evidence: evidence.trim() !== "",
  };
  return [...facts.resolutionsSay.filter((part) => !present[part]), ...partsThatCannotHold(resolution)];
}

/** A part that a slip lacks, or that cannot hold. */
export type SlipPart = ResolutionPart | HoldingPart | PowerField;

/** Of a power everything is asked for that makes it one; no date, because it is done with the minutes. */
function missingOfPower(
  resolution: Draft,
  { leadUnitIds, resolutionsSay }: Pick<GateFacts, "leadUnitIds" | "resolutionsSay">,
): SlipPart[] {
  const { text, residentText, leadUnitId } = resolution;
  const say = resolutionsSay.includes("residentText") && residentText.trim() === "";
  return [
    ...(text.trim() === "" ? ["text" as const] : []),
    ...(leadUnitId !== null && leadUnitIds.has(leadUnitId) ? [] : ["leadUnit" as const]),
    ...powerFields.filter((field) => !resolution[field]?.trim()),
    ...(say ? ["residentText" as const] : []),
  ];
}

function partsThatCannotHold(resolution: Draft): HoldingPart[] {
  const late = resolution.milestones.some((step) => isAfterDue(step, resolution));
  return [
    ...(late ? ["milestones" as const] : []),
    ...(leadHelps(resolution) ? ["assisting" as const] : []),
    ...(lacksResource(resolution) ? ["resource" as const] : []),
    ...(isCheckedTooEarly(resolution) ? ["checkBackDate" as const] : []),
  ];
}

/** Tells whether a step on the way, not taken back, has a day after the one on which the whole is due. */
export function isAfterDue(step: Draft["milestones"][number], { dueDate }: Pick<Draft, "dueDate">): boolean {
  return !step.withdrawn && dueDate !== null && step.dueDate !== null && step.dueDate > dueDate;
}

/** Tells whether the unit that leads is also named among those that help. */
export function leadHelps({
  leadUnitId,
  assistingUnitIds,
}: Pick<Draft, "leadUnitId" | "assistingUnitIds">): boolean {
  return leadUnitId !== null && assistingUnitIds.includes(leadUnitId);
}

/** Tells whether the check-back lies before the day on which the whole is due. */
export function isCheckedTooEarly({
  dueDate,
  checkBackDate,
}: Pick<Draft, "dueDate" | "checkBackDate">): boolean {
  return dueDate !== null && checkBackDate !== null && checkBackDate < dueDate;
}

/** Tells whether a kind of resource is named, and not a word about it. */
export function lacksResource({
  resourceKind,
  resourceText,
}: Pick<Draft, "resourceKind" | "resourceText">): boolean {
  return resourceKind !== "none" && resourceText.trim() === "";
}

/** What is written down but will not be issued: drafts under entries that were not adopted, and adopted entries without any. */
export function remarksOnMinutes(record: CanonicalRecord, facts: Pick<GateFacts, "topics">) {
  const known = new Map(facts.topics.map((topic) => [topic.id, topic]));
  const live = record.topics.filter(({ id }) => known.get(id) && !known.get(id)?.withdrawn);
  const outcome = (id: string) => known.get(id)?.outcome ?? null;
  const title = ({ id, title }: DraftTopic) => ({ topicId: id, title });
  // What is not decided yet is missing, and said elsewhere.
  const lost = live.filter(({ id }) => !isDecided(known.get(id)!.kind) || outcome(id) !== null);
  return {
    leftOut: lost.filter(({ id }) => !isAdopted(outcome(id)) && draftsOf(record, id).length > 0).map(title),
    // What was decided otherwise stands in its note: often nothing follows from it.
    without: live
      .filter(({ id }) => isAdopted(outcome(id)) && outcome(id) !== "other")
      .filter(({ id }) => draftsOf(record, id).length === 0)
      .map(title),
  };
}
