import { useEffect, useRef, useState } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { DayInRecord } from "~/meeting/field/DayInRecord";
import { DraftArea } from "~/meeting/field/FieldInRecord";
import { isAfterDue } from "~/meeting/minutes/missingForMinutes";
import { useFacts } from "~/meeting/room/RoomFacts";
import { newRecordId } from "~/record/document/newRecordId";
import { addMilestone, type Milestone, type Resolution, setMilestoneField } from "~/record/document/record";
import { useLive } from "~/record/live/LiveRecord";
import { ResolutionRow, useFieldPresence } from "./ResolutionRow";

function Step({ resolution, step, isNew }: { resolution: Resolution; step: Milestone; isNew: boolean }) {
  const { document, undo } = useLive();
  const { date, unusualDays } = useFacts();
  const { t } = useTranslation();
  const line = useRef<HTMLDivElement>(null);
  const presence = useFieldPresence(resolution.id, "milestones");
  const late = isAfterDue(step, resolution);
  useEffect(() => {
    if (isNew) line.current?.querySelector("textarea")?.focus();
  }, [isNew]);
  return (
    <div className="slip-step" ref={line}>
      <DraftArea
        value={step.text}
        aria-label={t("room.milestone.text")}
        placeholder={t("room.milestone.text")}
        onCommit={(text) => setMilestoneField(document, resolution.id, step.id, "text", text)}
        {...presence}
      />
      <DayInRecord
        label={t("room.milestone.due")}
        value={step.dueDate}
        today={date}
        unusual={unusualDays}
        fault={late ? t("room.milestone.afterDue") : null}
        onCommit={(day) => setMilestoneField(document, resolution.id, step.id, "dueDate", day)}
        {...presence}
      />
      <button
        type="button"
        className="btn btn-quiet btn-small"
        aria-label={t("room.milestone.remove", { text: step.text })}
        onClick={() => {
          undo.step();
          setMilestoneField(document, resolution.id, step.id, "withdrawn", true);
        }}
      >
        ×
      </button>
    </div>
  );
}

/** The steps on the way, in the order of their days. */
export function ResolutionMilestones({ resolution }: { resolution: Resolution }) {
  const { document, undo } = useLive();
  const { t } = useTranslation();
  const [added, setAdded] = useState<string | null>(null);
  function add() {
    const id = newRecordId();
    undo.step();
    addMilestone(document, resolution.id, { id, text: "" });
    setAdded(id);
  }
  return (
    <ResolutionRow
      resolutionId={resolution.id}
      field="milestones"
      label={t("room.part.milestones")}
      missing={resolution.milestones.some((step) => isAfterDue(step, resolution))}
    >
      {resolution.milestones.map((step) => (
        <Step key={step.id} resolution={resolution} step={step} isNew={step.id === added} />
      ))}
      <button type="button" className="slip-add" onClick={add}>
        {t("room.milestone.add")}
      </button>
    </ResolutionRow>
  );
}
