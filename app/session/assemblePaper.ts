import { draftsOf, type GateTopic } from "./minutesGate";
import type { Name, Paper, PaperResolution, PaperTopic } from "./paper";
import type { CanonicalRecord } from "./record";
import { isAdopted } from "./topic";

/** What the database says of an entry of the agenda. */
export interface DecidedTopic extends GateTopic {
  outcomeNote: string;
  reservations: string;
}

/** The facts that the paper takes over as they are. */
export type PaperFacts = Omit<Paper, "topics" | "copies">;

type Draft = CanonicalRecord["resolutions"][number];

/**
 * Puts the paper of the minutes together from the record and the facts. Only resolutions of adopted
 * entries are in it, numbered through; what is missing in a draft stays empty, so that it can be previewed.
 * @param unitName name of a unit by id; unknown units are left out
 */
export function assemblePaper(
  record: CanonicalRecord,
  topics: readonly DecidedTopic[],
  facts: PaperFacts,
  unitName: (id: string) => Name | undefined,
): Paper {
  const known = new Map(topics.map((topic) => [topic.id, topic]));
  let ordinal = 0;
  const lines = record.topics.flatMap((draft): PaperTopic[] => {
    const topic = known.get(draft.id);
    if (!topic || topic.withdrawn) return [];
    const adopted = isAdopted(topic.outcome) ? draftsOf(record, draft.id) : [];
    return [
      {
        id: draft.id,
        kind: topic.kind,
        title: draft.title,
        presenter: draft.presenter,
        problemNumber: draft.problemNumber,
        outcome: topic.outcome,
        outcomeNote: topic.outcomeNote,
        reservations: topic.reservations,
        resolutions: adopted.map((one) => {
          ordinal += 1;
          return resolutionLine(one, ordinal, unitName);
        }),
      },
    ];
  });
  return { ...facts, topics: lines, copies: copiesTo(lines, facts) };
}

function resolutionLine(
  draft: Draft,
  ordinal: number,
  unitName: (id: string) => Name | undefined,
): PaperResolution {
  const assisting = draft.assistingUnitIds.filter((id) => unitName(id) && id !== draft.leadUnitId);
  return {
    id: draft.id,
    ordinal,
    text: draft.text.trim(),
    residentText: draft.residentText.trim(),
    leadUnitId: draft.leadUnitId ?? "",
    lead: unitName(draft.leadUnitId ?? "") ?? { zh: "", en: "" },
    assistingUnitIds: assisting,
    assisting: assisting.map((id) => unitName(id) as Name),
    dueDate: draft.dueDate ?? "",
    milestones: draft.milestones
      .filter((step) => !step.withdrawn && step.text.trim() !== "")
      // A step without a day of its own is due with the whole.
      .map((step) => ({ text: step.text.trim(), due: step.dueDate ?? draft.dueDate ?? "" })),
    measure: draft.measure.trim(),
    evidence: draft.evidence.trim(),
    resourceKind: draft.resourceKind,
    resourceText: draft.resourceText.trim(),
    checkBackDate: draft.checkBackDate,
  };
}

/** Everybody who was called or has to do something, once. */
function copiesTo(topics: readonly PaperTopic[], facts: PaperFacts): Name[] {
  const resolutions = topics.flatMap((topic) => topic.resolutions);
  const names = [
    facts.host,
    ...facts.attendance.filter((one) => one.invitation !== "chair").map((one) => one.unit),
    ...resolutions.flatMap((one) => [one.lead, ...one.assisting]),
  ];
  return [...new Map(names.filter((name) => name.zh).map((name) => [name.zh, name])).values()];
}
