import { meetingAddress } from "~/address/meetings";
import { useTranslation } from "~/i18n/useTranslation";
import { Reason } from "~/meeting/conduct/Reason";
import { useFacts } from "~/meeting/room/RoomFacts";
import type { RoomOutcome } from "~/meeting/room/roomView";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { OnceForm } from "~/ui/OnceForm";
import { StateTag } from "~/ui/StateTag";

/** Whether the resolutions stand; opening them again asks why, and everybody sees the answer. */
export function Standing({ topicId, entered }: { topicId: string; entered: RoomOutcome }) {
  const { reopens, amendment, slug } = useFacts();
  const { t } = useTranslation();
  const act = { action: meetingAddress({ slug }, "room"), name: "intent", hidden: { topicId } };
  if (amendment) return null;
  if (entered.reopened !== null)
    return (
      <div className="outcome-standing">
        <p>
          <StateTag tone="warn">{t("room.outcome.reopened", { reason: entered.reopened })}</StateTag>
        </p>
        {reopens && (
          <OnceForm action={act.action} preventScrollReset>
            <input type="hidden" name="topicId" value={topicId} />
            <Button size="small" name="intent" value="closeTopic">
              {t("room.outcome.closeAgain")}
            </Button>
          </OnceForm>
        )}
      </div>
    );
  return (
    <div className="outcome-standing">
      <p className="muted">{t("room.outcome.stands")}</p>
      {reopens && (
        <ConfirmButton
          {...act}
          size="small"
          variant="quiet"
          label={t("room.outcome.reopen")}
          consequence={<p>{t("room.outcome.reopenText")}</p>}
          value="reopenTopic"
        >
          <Reason id={`reopen-${topicId}`} />
        </ConfirmButton>
      )}
    </div>
  );
}
