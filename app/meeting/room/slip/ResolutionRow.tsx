import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { useLive, usePeopleIn } from "~/record/live/LiveRecord";
import { colourOfSeat, fieldName } from "~/record/live/presence";

/** Says in presence that this page is in a field, and that it has left it. */
export function useFieldPresence(resolutionId: string, field: string) {
  const { awareness } = useLive().connection;
  const name = fieldName(resolutionId, field);
  return {
    onFocus: () => awareness.setLocalStateField("field", name),
    onBlur: () => {
      if (awareness.getLocalState()?.field === name) awareness.setLocalStateField("field", null);
    },
  };
}

/** Props of {@link ResolutionRow}. */
export interface ResolutionRowProps {
  resolutionId: string;
  field: string;
  label: string;
  /** The id of the control; left out where there are several. */
  htmlFor?: string;
  /** Required for issue and not yet there. */
  missing?: boolean;
  children: ReactNode;
}

/** One line of a slip: its name at the left, what is filled in at the right, and who is filling it in. */
export function ResolutionRow({
  resolutionId,
  field,
  label,
  htmlFor,
  missing,
  children,
}: ResolutionRowProps) {
  const { t } = useTranslation();
  const [other] = usePeopleIn(fieldName(resolutionId, field));
  const name = htmlFor ? <label htmlFor={htmlFor}>{label}</label> : <span>{label}</span>;
  return (
    <div
      className="slip-row"
      data-missing={missing ? "" : undefined}
      style={other && { boxShadow: `inset 3px 0 0 ${colourOfSeat(other.seat)}` }}
    >
      <div className="slip-label">
        {name}
        {other && (
          <span
            className="slip-other"
            style={{ color: colourOfSeat(other.seat) }}
            title={t("room.resolution.inField", { name: other.name })}
          >
            {other.name}
          </span>
        )}
      </div>
      <div className="slip-value">{children}</div>
    </div>
  );
}
