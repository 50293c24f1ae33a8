import { useTranslation } from "~/i18n/useTranslation";
import { useFacts, useUnitName } from "~/meeting/room/RoomFacts";
import type { Resolution } from "~/record/document/record";
import { isPower } from "~/record/document/resolutionKind";
import { DateText } from "~/ui/DateText";

/** The resolutions of a topic as they stand under its notes: text, who leads, until when. */
export function ResolutionLines({ resolutions }: { resolutions: readonly Resolution[] }) {
  const { t } = useTranslation();
  const { date } = useFacts();
  const unitName = useUnitName();
  if (resolutions.length === 0) return null;
  return (
    <div className="resolved">
      <h3>{t("room.resolution.agreed")}</h3>
      <ol>
        {resolutions.map(({ id, text, leadUnitId, dueDate, resolvedAs }) => (
          <li key={id}>
            {text || <span className="muted">{t("room.resolution.noText")}</span>}
            <span className="resolved-who">
              {unitName(leadUnitId)}
              {isPower({ resolvedAs }) && t("room.resolvedAs.power")}
              {dueDate && !isPower({ resolvedAs }) && <DateText value={dueDate} now={`${date}T04:00:00Z`} />}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
