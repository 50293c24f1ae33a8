import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { useSteadyPress } from "~/ui/frame/useSteadyPress";
import "./frame.css";
import "./agendaPane.css";
import "./sheet.css";
import "./slips.css";

/** The parts of the room; on a narrow page one at a time. */
export const roomPanes = ["agenda", "record", "resolutions", "materials"] as const;
export type RoomPane = (typeof roomPanes)[number];

/** Props of {@link RoomFrame}. */
export interface RoomFrameProps {
  head: ReactNode;
  /** What must be known before anything else: the connection ended, the record is frozen. */
  notice?: ReactNode;
  agenda: ReactNode;
  record: ReactNode;
  resolutions: ReactNode;
  /** The part a narrow page shows; left out (without script), all of them one after the other. */
  pane?: RoomPane;
  onPane?: (pane: RoomPane) => void;
  /** Resolutions of the open topic. */
  count?: number;
  /** What is at hand on the open topic; on a wide page it stands in the agenda's place while it is open. */
  materials?: ReactNode;
}

function Tabs({ pane, onPane, count }: { pane: RoomPane; onPane: (pane: RoomPane) => void; count: number }) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = roomPanes[(roomPanes.indexOf(pane) + step + roomPanes.length) % roomPanes.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    onPane(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  }
  return (
    <div className="room-tabs" role="tablist" aria-label={t("room.tabs")} ref={list} onKeyDown={onKeyDown}>
      {roomPanes.map((one) => (
        <button
          key={one}
          id={`tab-${one}`}
          type="button"
          role="tab"
          aria-selected={one === pane}
          aria-controls={`pane-${one}`}
          tabIndex={one === pane ? 0 : -1}
          onClick={() => onPane(one)}
        >
          {t(`room.pane.${one}`)}
          {one === "resolutions" && count > 0 && <span className="num"> {count}</span>}
        </button>
      ))}
    </div>
  );
}

/** The room: agenda at the left, the record in the middle, resolutions at the right; three tabs on a phone. */
export function RoomFrame(props: RoomFrameProps) {
  const { head, notice, agenda, record, resolutions, materials, pane, onPane, count = 0 } = props;
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useSteadyPress(box);
  return (
    <div className="room" data-pane={pane} data-materials={materials ? "" : undefined} ref={box}>
      {head}
      {pane && onPane && <Tabs pane={pane} onPane={onPane} count={count} />}
      <div className="room-panes">
        <section className="room-pane room-agenda" id="pane-agenda" aria-label={t("room.pane.agenda")}>
          {agenda}
        </section>
        {materials}
        <section className="room-pane room-record" id="pane-record" aria-label={t("room.pane.record")}>
          {record}
        </section>
        <section
          className="room-pane room-resolutions"
          id="pane-resolutions"
          aria-label={t("room.pane.resolutions")}
        >
          {resolutions}
        </section>
      </div>
      {notice && <div className="room-notices">{notice}</div>}
    </div>
  );
}
