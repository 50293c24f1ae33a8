import { useId } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { DraftInput } from "~/meeting/field/FieldInRecord";
import { useFacts } from "~/meeting/room/RoomFacts";
import { type Resolution, setResolutionField } from "~/record/document/record";
import { isPower, type PowerField, powerFields } from "~/record/document/resolutionKind";
import { useLive } from "~/record/live/LiveRecord";
import { Button } from "~/ui/Button";
import { ResolutionRow, useFieldPresence } from "./ResolutionRow";

interface RowProps {
  resolution: Resolution;
  field: PowerField;
  missing: boolean;
  /** Offered while one types. */
  offered: readonly string[];
}

function PowerRow({ resolution, field, missing, offered }: RowProps) {
  const { document } = useLive();
  const { t } = useTranslation();
  const id = useId();
  const presence = useFieldPresence(resolution.id, field);
  return (
    <ResolutionRow
      resolutionId={resolution.id}
      {...{ field, missing }}
      label={t(`room.part.${field}`)}
      htmlFor={id}
    >
      <DraftInput
        {...presence}
        id={id}
        list={offered.length > 0 ? `${id}-offered` : undefined}
        value={resolution[field] ?? ""}
        placeholder={t(`room.partHint.${field}`)}
        maxLength={500}
        autoComplete="off"
        onCommit={(words) => setResolutionField(document, resolution.id, field, words)}
      />
      {offered.length > 0 && (
        <datalist id={`${id}-offered`}>
          {offered.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </ResolutionRow>
  );
}

/** Props of {@link PowerRows}. */
export interface PowerRowsProps {
  resolution: Resolution;
  lacks: (field: PowerField) => boolean;
  /** Items of the duty list that the words of the slip come near. */
  duties: readonly string[];
}

/** 当场审批: which power, on what basis, in which post, by which document. */
export function PowerRows({ resolution, lacks, duties }: PowerRowsProps) {
  const { proposedLeads } = useFacts();
  const known = proposedLeads.filter(({ topicId, duty }) => topicId === resolution.topicId && duty !== "");
  const offered = [...new Set([...known.map(({ duty }) => duty), ...duties])];
  return powerFields.map((field) => (
    <PowerRow
      key={field}
      {...{ resolution, field }}
      missing={lacks(field)}
      offered={field === "power" ? offered : []}
    />
  ));
}

/** Makes a slip a power that was exercised, or a task again; what was written stays. */
export function ResolvedAs({ resolution }: { resolution: Resolution }) {
  const { document, undo } = useLive();
  const { t } = useTranslation();
  const next = isPower(resolution) ? "task" : "power";
  return (
    <Button
      type="button"
      variant="quiet"
      size="small"
      onClick={() => {
        undo.step();
        setResolutionField(document, resolution.id, "resolvedAs", next);
      }}
    >
      {t(`room.resolution.make.${next}`)}
    </Button>
  );
}
