import type { FieldMetadata } from "@conform-to/react";
import type { KeyboardEvent } from "react";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { TextField } from "~/ui/form/TextField";
import { useHydrated } from "~/ui/useHydrated";
import { AreaShape, PinShape, SketchGrid } from "~/unit/sketch/SketchMap";
import { onPlane, plane, type Spot } from "~/unit/sketch/sketch";
import type { SketchArea } from "~/unit/sketch/sketchOf.server";
import { spotOf } from "~/unit/sketch/spotOf";
import { useSpot } from "./useSpot";
import "./spot.css";

interface SpotFieldProps {
  field: FieldMetadata<string | null | undefined>;
  areas: readonly SketchArea[];
}

const step = 10;
const fast = 50;
const middle = plane / 2;
const ways: Record<string, Spot> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

interface PickProps {
  areas: readonly SketchArea[];
  spot: Spot | undefined;
  onPick: (spot: Spot | null) => void;
}

/** The sketch on which a place is pointed at, or reached with the arrow keys. */
function PickSpot({ areas, spot, onPick }: PickProps) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  function onKeyDown(event: KeyboardEvent) {
    const way = ways[event.key];
    const by = event.shiftKey ? fast : step;
    if (way) {
      event.preventDefault();
      const from = spot ?? { x: middle, y: middle };
      onPick(onPlane({ x: from.x + way.x * by, y: from.y + way.y * by }));
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      onPick(null);
    }
  }
  return (
    <svg
      className="sketch spot-pick"
      viewBox={`0 0 ${plane} ${plane}`}
      role="application"
      aria-label={t("sketch.spot.pick")}
      tabIndex={hydrated ? 0 : undefined}
      onKeyDown={onKeyDown}
      onClick={(event) => onPick(spotOf(event))}
    >
      {areas.map((area) => (
        <g key={area.id}>
          <AreaShape area={area} />
        </g>
      ))}
      <SketchGrid />
      {spot && (
        <>
          <path className="spot-cross" d={`M${spot.x} 0V${plane}M0 ${spot.y}H${plane}`} />
          <PinShape {...spot} />
        </>
      )}
    </svg>
  );
}

/** Where a problem is on its street's sketch: pointed at, reached with keys, or given in numbers. */
export function SpotField({ field, areas }: SpotFieldProps) {
  const { t, i18n } = useTranslation();
  const { box, spot, area, asked, put, say, leave } = useSpot(field.name, field.initialValue ?? "", areas);
  if (areas.length === 0) return null;
  const name = (one: SketchArea) => named(one.name, i18n.language);
  const at =
    spot &&
    (area ? t("sketch.spot.at", { ...spot, name: name(area) }) : t("sketch.spot.between", { ...spot }));
  return (
    <div className="stack-tight" ref={box}>
      <TextField
        field={field}
        label={t("sketch.spot.field")}
        hint={t("sketch.spot.hint")}
        size="short"
        inputMode="text"
        autoComplete="off"
        optional
      />
      <PickSpot areas={areas} spot={spot} onPick={put} />
      <p className="cluster small">
        <span role="status">{at ?? t("sketch.spot.none")}</span>
        {spot && (
          <Button type="button" size="small" variant="quiet" onClick={() => put(null)}>
            {t("sketch.spot.remove")}
          </Button>
        )}
      </p>
      {asked && (
        <div className="cluster" role="alert">
          <span>{t("sketch.spot.ask", { name: name(asked) })}</span>
          <Button type="button" size="small" onClick={() => say(asked)}>
            {t("sketch.spot.take", { name: name(asked) })}
          </Button>
          <Button type="button" size="small" variant="quiet" onClick={leave}>
            {t("sketch.spot.keep")}
          </Button>
        </div>
      )}
    </div>
  );
}
