import { Link } from "@remix-run/react";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { plane, type Spot } from "./sketch";
import { nameIn } from "./sketchName";
import type { SketchArea } from "./sketchOf.server";
import "./sketch.css";

/** A place that is marked on a sketch. */
export interface SketchPin extends Spot {
  key: string;
  /** What stands there, said on hover and to who does not see it. */
  label: string;
  /** Where it leads. */
  to?: string;
  /** One among others, or the one that it is about. */
  faint?: boolean;
}

/** Props of {@link SketchMap}. */
export interface SketchMapProps {
  areas: readonly SketchArea[];
  pins?: readonly SketchPin[];
  /** What it shows, for who does not see it. */
  label: string;
  small?: boolean;
}

/** A community's rectangle with its name. */
export function AreaShape({ area }: { area: SketchArea }) {
  const { i18n } = useTranslation();
  const { x, y, width, height } = area;
  const full = named(area.name, i18n.language);
  const { lines, size } = nameIn(i18n.language === "en" ? full : area.shortZh, area);
  const top = y + height / 2 - ((lines.length - 1) * size * 1.2) / 2;
  return (
    <>
      <title>{full}</title>
      <rect className="sketch-area" {...{ x, y, width, height }} rx="6" />
      <text className="sketch-name" fontSize={size} textAnchor="middle" dominantBaseline="central">
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one name
          <tspan key={at} x={x + width / 2} y={top + at * size * 1.2}>
            {line}
          </tspan>
        ))}
      </text>
    </>
  );
}

/** Every tenth of the plane, so that a place can be read off it. */
export function SketchGrid() {
  const lines = Array.from({ length: 9 }, (_, at) => (at + 1) * 100);
  return (
    <g className="sketch-grid">
      {lines.map((at) => (
        <path key={at} d={`M${at} 0V${plane}M0 ${at}H${plane}`} />
      ))}
      {[200, 400, 600, 800].map((at) => (
        <g key={at}>
          <text x={at} y="16" fontSize="16" textAnchor="middle">
            {at}
          </text>
          <text x="4" y={at} fontSize="16" dominantBaseline="central">
            {at}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The mark of a place: its point is the place. */
export function PinShape({ x, y, faint }: Spot & { faint?: boolean }) {
  return (
    <g className="sketch-pin" data-faint={faint ? "" : undefined} transform={`translate(${x} ${y})`}>
      <path d="M0 0C-5 -18 -24 -28 -24 -46A24 24 0 1 1 24 -46C24 -28 5 -18 0 0Z" />
      <circle cy="-46" r="9" />
    </g>
  );
}

function Pin({ pin }: { pin: SketchPin }) {
  const inner = (
    <>
      <title>{pin.label}</title>
      <PinShape {...pin} />
    </>
  );
  return pin.to ? (
    <Link to={pin.to} aria-label={pin.label}>
      {inner}
    </Link>
  ) : (
    <g>{inner}</g>
  );
}

/** A street's sketch with its communities, and what lies where. */
export function SketchMap({ areas, pins = [], label, small }: SketchMapProps) {
  const leads = pins.some(({ to }) => to);
  return (
    <svg
      className="sketch"
      data-small={small ? "" : undefined}
      viewBox={`0 0 ${plane} ${plane}`}
      role={leads ? "group" : "img"}
      aria-label={label}
    >
      {areas.map((area) => (
        <g key={area.id}>
          <AreaShape area={area} />
        </g>
      ))}
      {/* What it is about lies on top. */}
      {[...pins]
        .sort((one, other) => Number(other.faint ?? false) - Number(one.faint ?? false) || one.y - other.y)
        .map((pin) => (
          <Pin key={pin.key} pin={pin} />
        ))}
    </svg>
  );
}
