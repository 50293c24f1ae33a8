import { useId } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { DraftArea } from "~/meeting/field/FieldInRecord";
import { lacksResource } from "~/meeting/minutes/missingForMinutes";
import {
  type Resolution,
  type ResourceKind,
  resourceKinds,
  setResolutionField,
} from "~/record/document/record";
import { useLive } from "~/record/live/LiveRecord";
import { ResolutionRow, useFieldPresence } from "./ResolutionRow";

/** What is promised for a resolution: people, money, an approval, or nothing. */
export function ResolutionResource({ resolution }: { resolution: Resolution }) {
  const { document } = useLive();
  const { t } = useTranslation();
  const id = useId();
  const presence = useFieldPresence(resolution.id, "resource");
  const { resourceKind, resourceText } = resolution;
  const lacking = lacksResource(resolution);
  const sentence = `${id}-lacking`;
  return (
    <ResolutionRow
      resolutionId={resolution.id}
      field="resource"
      label={t("room.part.resource")}
      htmlFor={id}
      missing={lacking}
    >
      <div className="slip-pair">
        <select
          id={id}
          className="input"
          value={resourceKind}
          onChange={(event) =>
            setResolutionField(document, resolution.id, "resourceKind", event.target.value as ResourceKind)
          }
          {...presence}
        >
          {resourceKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`room.resource.${kind}`)}
            </option>
          ))}
        </select>
        {resourceKind !== "none" && (
          <DraftArea
            value={resourceText}
            aria-label={t("room.resource.what")}
            placeholder={t("room.resource.what")}
            aria-invalid={lacking || undefined}
            aria-describedby={lacking ? sentence : undefined}
            onCommit={(words) => setResolutionField(document, resolution.id, "resourceText", words)}
            {...presence}
          />
        )}
      </div>
      {lacking && (
        <div className="field-errors" id={sentence}>
          <p>{t("room.resource.wordless")}</p>
        </div>
      )}
    </ResolutionRow>
  );
}
