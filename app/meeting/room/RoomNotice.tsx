import { useLocation } from "@remix-run/react";
import { useTranslation } from "~/i18n/useTranslation";
import { type CloseReason, closeReason } from "~/record/live/connectionStatus";
import { useLive, useLiveStatus } from "~/record/live/LiveRecord";
import type { Handover } from "~/record/live/useHandover";
import { useKeptEdits } from "~/record/live/useKeptEdits";
import { Button, buttonClass } from "~/ui/Button";
import { CopyWords } from "~/ui/CopyWords";
import { Shape } from "~/ui/Shape";
import { HandIn } from "./HandIn";
import type { HandingIn } from "./useHandIn";

const reloads: CloseReason[] = ["oldSchema", "oldEpoch", "frozen", "malformed", "unknown"];
// Coming back brings these edits home by itself, or has brought them to the office.
const settled: CloseReason[] = ["signedOut", "oldSchema", "oldEpoch", "frozen"];
// What was written stays on the page until it is handed in or let go of.
const handsIn: CloseReason[] = ["forbidden", "partClosed", "tooMuchLate"];

/** Goes on in the record as it is; what was refused must go from this device, or it would be refused again and again. */
function GoOn() {
  const { connection } = useLive();
  const { pending } = useLiveStatus();
  const { t } = useTranslation();
  async function goOn() {
    await connection.dropCopy();
    window.location.reload();
  }
  return (
    <Button type="button" size="small" onClick={() => void goOn()}>
      {pending > 0 ? t("room.act.dropAndGoOn") : t("room.act.goOn")}
    </Button>
  );
}

function Act({ reason }: { reason: CloseReason }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  if (reason === "signedOut")
    return (
      <a className={buttonClass("primary", "small")} href={`/sign-in?next=${encodeURIComponent(pathname)}`}>
        {t("room.act.signIn")}
      </a>
    );
  if (reason === "partClosed") return <GoOn />;
  if (!reloads.includes(reason)) return null;
  return (
    <Button type="button" size="small" variant="primary" onClick={() => window.location.reload()}>
      {t("room.act.reload")}
    </Button>
  );
}

/** What was written and did not arrive before the connection was closed for good, and what can be done with it. */
function Unsaved({ reason, handIn }: { reason: CloseReason; handIn: HandingIn }) {
  const { connection } = useLive();
  const { pending } = useLiveStatus();
  const { t } = useTranslation();
  if (pending === 0) return null;
  const what = <p>{t(`room.closedEdits.${reason}`, { count: pending })}</p>;
  const lost = settled.includes(reason) ? null : connection.lostEdits();
  if (!lost) return what;
  if (handsIn.includes(reason))
    return (
      <HandIn handIn={handIn} lost={[lost]}>
        {what}
      </HandIn>
    );
  return (
    <div className="hand-in">
      {what}
      <div className="cluster">
        <CopyWords words={lost.words} />
      </div>
    </div>
  );
}

function Closed({ reason, handIn }: { reason: CloseReason; handIn: HandingIn }) {
  const { t } = useTranslation();
  return (
    <div className="room-notice tone-bad" role="alert">
      <Shape name="cross" />
      <div className="room-notice-words">
        <p>
          <strong>{t(`room.closed.${reason}`)}</strong>
        </p>
        <Unsaved reason={reason} handIn={handIn} />
      </div>
      <Act reason={reason} />
    </div>
  );
}

/** What this device had kept: with the office, or here until it is handed in. */
function Kept({ handover, handIn }: Late) {
  const { t } = useTranslation();
  const lost = useKeptEdits(handover === "notAccepted");
  const kept = <p>{handover === "handedOver" ? t("room.handedOver") : t("room.handoverKept")}</p>;
  const offers = lost.length > 0 || handIn.stage !== "offered";
  return (
    <div className="room-notice tone-info" role="status">
      <Shape name="half" />
      <div className="room-notice-words">
        {offers ? (
          <HandIn handIn={handIn} lost={lost}>
            {kept}
          </HandIn>
        ) : (
          kept
        )}
      </div>
    </div>
  );
}

/** Edits that came too late, or from somebody who may no longer write. */
export interface Late {
  handover: Handover;
  handIn: HandingIn;
}

/** Why the record can no longer be written here, what became of what was written, and what to do. */
export function RoomNotice({ handover, handIn }: Late) {
  const { connection } = useLive();
  const { link, closedCode, news } = useLiveStatus();
  const { t } = useTranslation();
  if (link === "closed" && closedCode !== null)
    return <Closed reason={closeReason(closedCode)} handIn={handIn} />;
  if (news?.state === "frozen" && connection.entrance.writes)
    return (
      <div className="room-notice tone-official" role="status">
        <Shape name="seal" />
        <p>{t("room.frozen")}</p>
      </div>
    );
  if (handover === "nothing" && handIn.stage === "offered") return null;
  return <Kept handover={handover} handIn={handIn} />;
}
