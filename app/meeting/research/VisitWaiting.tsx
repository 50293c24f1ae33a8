import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { DateText } from "~/ui/DateText";
import { Shape } from "~/ui/Shape";
import type { VisitOutbox } from "./useVisitOutbox";
import type { Waiting } from "./visitOutbox.client";
import { WaitingPhoto } from "./WaitingPhoto";

/** What this phone keeps and the platform does not have yet: how many, which, and what was not taken. */
export function VisitWaiting({ outbox, now }: { outbox: VisitOutbox; now: string }) {
  const { t } = useTranslation();
  const { waiting, failed, heldUp } = outbox;
  return (
    <div role="status">
      {failed && <p className="visit-unkept">{t("research.notKept")}</p>}
      {waiting.length > 0 && (
        <div className="visit-waiting">
          <p>
            <Shape name="half" /> <strong>{t("research.waiting", { number: waiting.length })}</strong>
          </p>
          {heldUp && <p>{t(heldUp === "signedOut" ? "research.signInFirst" : "research.sentLater")}</p>}
          <ul>
            {waiting.map((one) => (
              <WaitingLine key={one.key} one={one} outbox={outbox} now={now} />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function WaitingLine({ one, outbox, now }: { one: Waiting; outbox: VisitOutbox; now: string }) {
  const { t } = useTranslation();
  const { order, at, text, file, refused } = one;
  return (
    <li>
      <span className="small muted">
        <DateText value={at} now={now > at ? now : at} withTime />
      </span>{" "}
      {file && <WaitingPhoto file={file} />}{" "}
      <span className="as-written">{file ? t("research.photo", { name: file.name }) : text}</span>
      {refused && (
        <p className="cluster">
          <span>
            {t("research.refused", { reason: t(`refusal.${refused}`, { name: file?.name ?? "" }) })}
          </span>
          <Button type="button" size="small" variant="quiet" onClick={() => void outbox.giveUp(order!)}>
            {t("research.giveUp")}
          </Button>
        </p>
      )}
    </li>
  );
}
