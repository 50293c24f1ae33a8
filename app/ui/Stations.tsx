import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Shape } from "./Shape";

/** One station of a day. */
export interface Station {
  key: string;
  label: string;
  state: "done" | "current" | "todo";
  /** A date or a count under the name. */
  note?: ReactNode;
  to?: string;
}

/** Props of {@link Stations}. */
export interface StationsProps {
  stations: readonly Station[];
  /** Names the strip; left out, "Progress of this day". */
  label?: string;
}

const shapes = { done: "check", current: "disc", todo: "circle" } as const;

/** The strip of stations a day passes through, the current one in the official red. */
export function Stations({ stations, label }: StationsProps) {
  const { t } = useTranslation();
  const said = {
    done: t("ui.stations.done"),
    current: t("ui.stations.current"),
    todo: t("ui.stations.todo"),
  };
  return (
    <ol className="stations" aria-label={label ?? t("ui.stations.label")}>
      {stations.map(({ key, label: name, state, note, to }) => (
        <li key={key} data-state={state} aria-current={state === "current" ? "step" : undefined}>
          <span className="station-mark">
            <Shape name={shapes[state]} />
          </span>
          <span className="station-name">
            {to === undefined ? name : <Link to={to}>{name}</Link>}
            <span className="visually-hidden"> ({said[state]})</span>
          </span>
          {note && <span className="station-note">{note}</span>}
        </li>
      ))}
    </ol>
  );
}
