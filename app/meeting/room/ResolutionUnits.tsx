import { useId } from "react";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { type Resolution, setResolutionField } from "~/record/document/record";
import { useLive } from "~/record/live/LiveRecord";
import { ResolutionRow, useFieldPresence } from "./ResolutionRow";
import { useFacts, useUnitName } from "./RoomFacts";
import { type RoomUnit, unitsByKind } from "./roomView";

function UnitOptions({ units }: { units: readonly RoomUnit[] }) {
  const { t, i18n } = useTranslation();
  return unitsByKind(units).map(([kind, ofKind]) => (
    <optgroup key={kind} label={t(`room.unitKind.${kind}`)}>
      {ofKind.map((unit) => (
        <option key={unit.id} value={unit.id}>
          {named(unit, i18n.language)}
        </option>
      ))}
    </optgroup>
  ));
}

/** The one unit that answers for a resolution. */
export function LeadUnit({ resolution, missing }: { resolution: Resolution; missing: boolean }) {
  const { document } = useLive();
  const { units } = useFacts();
  const { t } = useTranslation();
  const id = useId();
  const presence = useFieldPresence(resolution.id, "leadUnit");
  return (
    <ResolutionRow
      resolutionId={resolution.id}
      field="leadUnit"
      label={t("room.part.leadUnit")}
      htmlFor={id}
      missing={missing}
    >
      <select
        id={id}
        className="input"
        value={resolution.leadUnitId ?? ""}
        onChange={(event) =>
          setResolutionField(document, resolution.id, "leadUnitId", event.target.value || null)
        }
        {...presence}
      >
        <option value="">{t("room.partHint.leadUnit")}</option>
        <UnitOptions units={units.filter((unit) => unit.leads)} />
      </select>
    </ResolutionRow>
  );
}

/** Units that help with a resolution, any number. */
export function AssistingUnits({ resolution }: { resolution: Resolution }) {
  const { document } = useLive();
  const { units } = useFacts();
  const { t } = useTranslation();
  const unitName = useUnitName();
  const id = useId();
  const presence = useFieldPresence(resolution.id, "assisting");
  const { assistingUnitIds, leadUnitId } = resolution;
  const set = (ids: string[]) => setResolutionField(document, resolution.id, "assistingUnitIds", ids);
  const others = units.filter(
    (unit) => unit.leads && unit.id !== leadUnitId && !assistingUnitIds.includes(unit.id),
  );
  return (
    <ResolutionRow
      resolutionId={resolution.id}
      field="assisting"
      label={t("room.part.assisting")}
      htmlFor={id}
    >
      <div className="slip-units">
        {assistingUnitIds.map((unitId) => (
          <button
            key={unitId}
            type="button"
            className="chip"
            aria-label={t("room.resolution.removeUnit", { name: unitName(unitId) })}
            onClick={() => set(assistingUnitIds.filter((one) => one !== unitId))}
          >
            {unitName(unitId) || t("room.unknownUnit")}
            <span aria-hidden="true"> ×</span>
          </button>
        ))}
        <select
          id={id}
          className="input slip-unit"
          value=""
          onChange={(event) => event.target.value && set([...assistingUnitIds, event.target.value])}
          {...presence}
        >
          <option value="">{t("room.partHint.assisting")}</option>
          <UnitOptions units={others} />
        </select>
      </div>
    </ResolutionRow>
  );
}
