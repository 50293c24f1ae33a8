import { useId } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { useFacts } from "~/meeting/room/RoomFacts";
import { type Resolution, setResolutionField } from "~/record/document/record";
import { useLive } from "~/record/live/LiveRecord";
import { UnitTyping } from "~/unit/typing/UnitTyping";
import type { ProposedUnit } from "~/unit/typing/unitMatch";
import { ResolutionRow, useFieldPresence } from "./ResolutionRow";
import type { LeadByWords } from "./slipHelp";

/** The likely ones of a topic, each with its reason: first as they are known of its problem, then by what is written. */
function useProposed(topicId: string | null, byWords: readonly LeadByWords[]): ProposedUnit[] {
  const { proposedLeads } = useFacts();
  const { t } = useTranslation();
  const known = proposedLeads.filter((one) => one.topicId === topicId);
  const others = byWords.filter(({ unitId }) => known.every((one) => one.unitId !== unitId));
  return [...known, ...others.map((one) => ({ ...one, why: "duty" as const }))].map(
    ({ unitId, why, duty }) => ({ id: unitId, reason: t(`room.proposedLead.${why}`, { duty }) }),
  );
}

/** Props of {@link LeadUnit}. */
export interface LeadUnitProps {
  resolution: Resolution;
  missing: boolean;
  /** Those that are likely by what the slip says. */
  byWords: readonly LeadByWords[];
}

/** The one unit that answers for a resolution. */
export function LeadUnit({ resolution, missing, byWords }: LeadUnitProps) {
  const { document } = useLive();
  const { leads } = useFacts();
  const { t } = useTranslation();
  const id = useId();
  const presence = useFieldPresence(resolution.id, "leadUnit");
  const label = t("room.part.leadUnit");
  return (
    <ResolutionRow resolutionId={resolution.id} field="leadUnit" label={label} htmlFor={id} missing={missing}>
      <UnitTyping
        id={id}
        label={label}
        units={leads}
        proposed={useProposed(resolution.topicId, byWords)}
        chosen={resolution.leadUnitId ? [resolution.leadUnitId] : []}
        choose={([unitId]) => setResolutionField(document, resolution.id, "leadUnitId", unitId ?? null)}
        {...presence}
      />
    </ResolutionRow>
  );
}

/** Units that help with a resolution, any number; the one that leads is none of them. */
export function AssistingUnits({ resolution, fault }: { resolution: Resolution; fault: boolean }) {
  const { document } = useLive();
  const { leads } = useFacts();
  const { t } = useTranslation();
  const id = useId();
  const presence = useFieldPresence(resolution.id, "assisting");
  const { assistingUnitIds, leadUnitId } = resolution;
  const others = leads.filter((unit) => unit.id !== leadUnitId || assistingUnitIds.includes(unit.id));
  const label = t("room.part.assisting");
  const sentence = `${id}-fault`;
  return (
    <ResolutionRow resolutionId={resolution.id} field="assisting" label={label} htmlFor={id} missing={fault}>
      <UnitTyping
        id={id}
        label={label}
        units={others}
        multiple
        placeholder={t("room.partHint.assisting")}
        chosen={assistingUnitIds}
        choose={(ids) => setResolutionField(document, resolution.id, "assistingUnitIds", [...ids])}
        aria-invalid={fault || undefined}
        aria-describedby={fault ? sentence : undefined}
        {...presence}
      />
      {fault && (
        <div className="field-errors" id={sentence}>
          <p>{t("room.fault.leadHelps")}</p>
        </div>
      )}
    </ResolutionRow>
  );
}
