import type { Name } from "~/i18n/language";
import type { CanonicalRecord } from "~/record/document/record";
import { isPower } from "~/record/document/resolutionKind";
import type { PaperResolution } from "./paper";

type Draft = CanonicalRecord["resolutions"][number];

/** Name of a unit by id; undefined for one that is not known. */
export type UnitName = (id: string) => Name | undefined;

/** A draft as the paper of the minutes has it; what is missing stays empty, so that it can be previewed. */
export function resolutionLine(draft: Draft, ordinal: number, unitName: UnitName): PaperResolution {
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
    ...(isPower(draft) && powerLine(draft)),
  };
}

/** What a power says, and nothing of what only a task has, though it may still stand on the slip. */
function powerLine({ power, powerBasis, powerPost, powerDocument }: Draft): Partial<PaperResolution> {
  const trimmed = (words = "") => words.trim();
  return {
    ...{ assistingUnitIds: [], assisting: [], dueDate: "", milestones: [], measure: "", evidence: "" },
    ...{ resourceKind: "none", resourceText: "", checkBackDate: null },
    power: {
      what: trimmed(power),
      basis: trimmed(powerBasis),
      post: trimmed(powerPost),
      document: trimmed(powerDocument),
    },
  };
}
