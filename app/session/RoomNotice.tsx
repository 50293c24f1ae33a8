import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, buttonClass } from "~/ui/Button";
import { Shape } from "~/ui/Shape";
import type { Handover } from "./LiveHandover";
import { useLive, useLiveStatus } from "./LiveRecord";
import { type CloseReason, closeReason } from "./liveStatus";

const reloads: CloseReason[] = ["oldSchema", "oldEpoch", "frozen", "malformed", "unknown"];

function Act({ reason }: { reason: CloseReason }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  if (reason === "signedOut")
    return (
      <a className={buttonClass("primary", "small")} href={`/sign-in?next=${encodeURIComponent(pathname)}`}>
        {t("room.act.signIn")}
      </a>
    );
  if (!reloads.includes(reason)) return null;
  return (
    <Button type="button" size="small" variant="primary" onClick={() => window.location.reload()}>
      {t("room.act.reload")}
    </Button>
  );
}

/** Why the record can no longer be written here, what became of what was written, and what to do. */
export function RoomNotice({ handover }: { handover: Handover }) {
  const { connection } = useLive();
  const { link, closedCode, pending, news } = useLiveStatus();
  const { t } = useTranslation();
  if (link === "closed" && closedCode !== null) {
    const reason = closeReason(closedCode);
    return (
      <div className="room-notice tone-bad" role="alert">
        <Shape name="cross" />
        <p>
          <strong>{t(`room.closed.${reason}`)}</strong>
          {pending > 0 && <span> {t(`room.closedEdits.${reason}`, { count: pending })}</span>}
        </p>
        <Act reason={reason} />
      </div>
    );
  }
  if (news?.state === "frozen" && connection.entrance.writes)
    return (
      <div className="room-notice tone-official" role="status">
        <Shape name="seal" />
        <p>{t("room.frozen")}</p>
      </div>
    );
  if (handover !== "nothing")
    return (
      <div className="room-notice tone-info" role="status">
        <Shape name="half" />
        <p>{handover === "handedOver" ? t("room.handedOver") : t("room.handoverKept")}</p>
      </div>
    );
  return null;
}
