import { useFetcher } from "@remix-run/react";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { onceField } from "~/ledger/onceField";
import type { Refusal } from "~/ledger/result";
import { newKey } from "~/ui/OnceKey";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { AreaShape, SketchGrid } from "./SketchMap";
import type { SketchView } from "./showSketch.server";
import { type Area, fitted, gridStep, plane, type Spot } from "./sketch";
import type { SketchArea } from "./sketchOf.server";
import { spotOf } from "./spotOf";

interface Drag {
  slug: string;
  from: Spot;
  area: Area;
  sizes: boolean;
}

const steps: Record<string, Spot> = {
  ArrowLeft: { x: -gridStep, y: 0 },
  ArrowRight: { x: gridStep, y: 0 },
  ArrowUp: { x: 0, y: -gridStep },
  ArrowDown: { x: 0, y: gridStep },
};

const changed = ({ x, y, width, height }: Area, by: Spot, sizes: boolean) =>
  fitted(
    sizes
      ? { x, y, width: width + by.x, height: height + by.y }
      : { x: x + by.x, y: y + by.y, width, height },
  );

const isSame = (one: Area, other: Area) =>
  one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;

/** Where a rectangle is moved to is shown at once, and saved when it is let go. */
function useArranging(view: SketchView) {
  const fetcher = useFetcher<{ refusal?: Refusal }>();
  const [moved, setMoved] = useState<{ slug: string; area: Area } | null>(null);
  const latest = useRef(moved);
  latest.current = moved;
  // What was saved is loaded anew; what was refused goes back.
  useEffect(() => {
    if (fetcher.state === "idle" && fetcher.data) setMoved(null);
  }, [fetcher.state, fetcher.data]);
  const areaOf = (one: SketchArea): SketchArea =>
    moved?.slug === one.slug ? { ...one, ...moved.area } : one;
  function save() {
    const now = latest.current;
    const before = view.areas.find((one) => one.slug === now?.slug);
    if (!now || !before || fetcher.state !== "idle") return;
    if (isSame(now.area, before)) return setMoved(null);
    const { x, y, width, height } = now.area;
    fetcher.submit(
      {
        ...{ intent: "place", community: now.slug, version: view.version, stay: "" },
        ...{ x, y, width, height, [onceField]: newKey() },
      },
      { method: "post" },
    );
  }
  return {
    areaOf,
    move: (slug: string, area: Area) => setMoved({ slug, area }),
    save,
    drop: () => setMoved(null),
    refusal: fetcher.data?.refusal,
  };
}

/** A street's sketch on which communities are moved and sized, by mouse, pen, finger or keys. */
export function ArrangeSketch({ view, chosen }: { view: SketchView; chosen: string | null }) {
  const { t, i18n } = useTranslation();
  const arranging = useArranging(view);
  const drag = useRef<Drag | null>(null);
  const [held, setHeld] = useState(chosen);
  useEffect(() => setHeld(chosen), [chosen]);
  const { areaOf, move, save, drop, refusal } = arranging;

  function onDown(event: PointerEvent<SVGElement>, one: SketchArea, sizes: boolean) {
    const from = spotOf(event);
    if (!from || event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    setHeld(one.slug);
    drag.current = { slug: one.slug, from, area: areaOf(one), sizes };
  }
  function onMove(event: PointerEvent<SVGElement>) {
    const at = drag.current && spotOf(event);
    if (!at || !drag.current) return;
    const { slug, from, area, sizes } = drag.current;
    move(slug, changed(area, { x: at.x - from.x, y: at.y - from.y }, sizes));
  }
  function onUp() {
    if (!drag.current) return;
    drag.current = null;
    save();
  }
  function onKeyDown(event: KeyboardEvent, one: SketchArea) {
    const by = steps[event.key];
    if (by) {
      event.preventDefault();
      move(one.slug, changed(areaOf(one), by, event.shiftKey));
    } else if (event.key === "Enter") save();
    else if (event.key === "Escape") drop();
  }
  const handlers = { onPointerMove: onMove, onPointerUp: onUp, onPointerCancel: onUp };
  const areas = view.areas.map(areaOf);
  const moving = areas.find((one, at) => !isSame(one, view.areas[at]!));
  const onTop = areas.find(({ slug }) => slug === held);
  const shape = (one: SketchArea) => (
    <>
      <AreaShape area={one} />
      <rect
        className="sketch-size"
        x={one.x + one.width - 22}
        y={one.y + one.height - 22}
        width="22"
        height="22"
        onPointerDown={(event) => onDown(event, one, true)}
        {...handlers}
      />
    </>
  );
  return (
    <div className="stack-tight">
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      {/* biome-ignore lint/a11y/useSemanticElements: shapes cannot stand in a <fieldset> */}
      <svg
        className="sketch"
        viewBox={`0 0 ${plane} ${plane}`}
        role="group"
        aria-label={t("sketch.arrangeLabel")}
      >
        <SketchGrid />
        {areas.map((one) => (
          // biome-ignore lint/a11y/useSemanticElements: a shape cannot be a <button>
          <g
            key={one.id}
            className="sketch-move"
            data-chosen={one.slug === held ? "" : undefined}
            role="button"
            tabIndex={0}
            aria-label={t("sketch.areaIs", { name: named(one.name, i18n.language), ...placeOf(one) })}
            onPointerDown={(event) => onDown(event, one, false)}
            onKeyDown={(event) => onKeyDown(event, one)}
            onFocus={() => setHeld(one.slug)}
            onBlur={save}
            {...handlers}
          >
            {shape(one)}
          </g>
        ))}
        {/* Drawn a second time over its neighbours: what changes its place in the page loses focus and pointer. */}
        {onTop && (
          // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a shape without a tabindex takes no focus
          <g
            className="sketch-move"
            data-chosen=""
            aria-hidden="true"
            onPointerDown={(event) => onDown(event, onTop, false)}
            {...handlers}
          >
            {shape(onTop)}
          </g>
        )}
      </svg>
      <p className="small" role="status">
        {moving && t("sketch.areaIs", { name: named(moving.name, i18n.language), ...placeOf(moving) })}
      </p>
    </div>
  );
}

const placeOf = ({ x, y, width, height }: Area) => ({ x, y, width, height });
