import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { meetingAddress } from "~/address/meetings";
import { useTranslation } from "~/i18n/useTranslation";
import type { LostEdits } from "~/record/live/lostEdits";
import { Button } from "~/ui/Button";
import { CopyWords } from "~/ui/CopyWords";
import { useFacts } from "./RoomFacts";
import { type HandInStage, type HandingIn, isTaken } from "./useHandIn";

/** Why it was not taken, in words. */
function useFailure(stage: HandInStage): string | null {
  const { t } = useTranslation();
  if (stage === "offered" || stage === "busy" || isTaken(stage)) return null;
  const why =
    stage === "noAnswer"
      ? t("correction.hand.noAnswer")
      : stage === "signedOut"
        ? t("room.closed.signedOut")
        : t(`refusal.${stage.refusal.code}`, { ...stage.refusal.values });
  return t("correction.hand.failed", { why });
}

interface HandInProps {
  handIn: HandingIn;
  lost: readonly LostEdits[];
  /** Says what they are; once they are handed in it no longer holds. */
  children: ReactNode;
}

/** For edits that did not get into the record: hand them in as a proposed correction, or copy the words. */
export function HandIn({ handIn, lost, children }: HandInProps) {
  const { slug } = useFacts();
  const { t } = useTranslation();
  const { stage } = handIn;
  const failure = useFailure(stage);
  if (isTaken(stage))
    return (
      <p role="status">
        {t(`correction.hand.${stage.handedIn}`)}{" "}
        {stage.handedIn !== "nothing" && (
          <Link to={meetingAddress({ slug }, "corrections")}>{t("correction.hand.see")}</Link>
        )}
      </p>
    );
  return (
    <div className="hand-in">
      {children}
      <p role={failure ? "alert" : undefined}>{failure ?? t("correction.hand.offerText")}</p>
      <div className="cluster">
        <Button
          type="button"
          size="small"
          variant="primary"
          busy={stage === "busy"}
          onClick={() => void handIn.start(lost)}
        >
          {t("correction.hand.offer")}
        </Button>
        <CopyWords
          words={lost
            .map((one) => one.words)
            .join("\n\n")
            .trim()}
        />
      </div>
    </div>
  );
}
