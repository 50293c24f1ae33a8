import { Link } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/Button";
import { CopyWords } from "./CopyWords";
import type { LostEdits } from "./lostEdits";
import { useFacts } from "./RoomParts";
import { type HandInOutcome, sendHandIn } from "./sendHandIn";

type Stage = "offered" | "busy" | HandInOutcome;

const isTaken = (stage: Stage): stage is Extract<HandInOutcome, { handedIn: string }> =>
  typeof stage === "object" && "handedIn" in stage;

/** Why it was not taken, in words. */
function useFailure(stage: Stage): string | null {
  const { t } = useTranslation();
  if (stage === "offered" || stage === "busy" || isTaken(stage)) return null;
  const why =
    stage === "noAnswer"
      ? t("correction.hand.noAnswer")
      : stage === "signedOut"
        ? t("room.closed.signedOut")
        : t(`refusal.${stage.refusal.code}`);
  return t("correction.hand.failed", { why });
}

/** Hands everything in, one after the other; what was taken is let go of on this device. */
async function handInAll(month: string, lost: readonly LostEdits[]): Promise<HandInOutcome> {
  let outcome: HandInOutcome = { handedIn: "nothing" };
  for (const one of lost) {
    const answer = await sendHandIn(month, one);
    if (!isTaken(answer)) return answer;
    await one.forget();
    if (answer.handedIn !== "nothing") outcome = answer;
  }
  return outcome;
}

/**
 * For edits that did not get into the record: hand them in as a proposed correction, or copy the words.
 * @param children says what they are; once they are handed in it no longer holds
 */
export function HandIn({ lost, children }: { lost: readonly LostEdits[]; children: ReactNode }) {
  const { month } = useFacts();
  const { t } = useTranslation();
  const [stage, setStage] = useState<Stage>("offered");
  const failure = useFailure(stage);
  if (isTaken(stage))
    return (
      <p role="status">
        {t(`correction.hand.${stage.handedIn}`)}{" "}
        {stage.handedIn !== "nothing" && (
          <Link to={`/desk/days/${month}/corrections`}>{t("correction.hand.see")}</Link>
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
          onClick={async () => {
            setStage("busy");
            setStage(await handInAll(month, lost));
          }}
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
