import { Link } from "@remix-run/react";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/Button";
import { CopyWords } from "./CopyWords";
import type { LiveRecord } from "./LiveRecord";
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

/** Handing in, and how far it has come. */
export interface HandingIn {
  stage: Stage;
  start(lost: readonly LostEdits[]): Promise<void>;
}

/**
 * What is being handed in, or was: known to the whole room, because a page that has lost its right enters anew
 * meanwhile. Over once its person writes again.
 */
export function useHandIn(month: string, live: LiveRecord | null): HandingIn {
  const [stage, setStage] = useState<Stage>("offered");
  useEffect(
    () =>
      live?.connection.subscribe(() => {
        const writes = live.connection.entrance.writes && live.connection.getStatus().link === "synced";
        if (writes) setStage("offered");
      }),
    [live],
  );
  async function start(lost: readonly LostEdits[]) {
    setStage("busy");
    setStage(await handInAll(month, lost));
  }
  return { stage, start };
}

interface HandInProps {
  handIn: HandingIn;
  lost: readonly LostEdits[];
  /** Says what they are; once they are handed in it no longer holds. */
  children: ReactNode;
}

/** For edits that did not get into the record: hand them in as a proposed correction, or copy the words. */
export function HandIn({ handIn, lost, children }: HandInProps) {
  const { month } = useFacts();
  const { t } = useTranslation();
  const { stage } = handIn;
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
