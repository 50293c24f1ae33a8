import { Link } from "@remix-run/react";
import { useCallback, useState } from "react";
import { meetingAddress } from "~/address/meetings";
import { writtenDay } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { useFacts } from "~/meeting/room/RoomFacts";
import type { RoomOutcome } from "~/meeting/room/roomView";
import { outcomeTone } from "~/meeting/room/TopicHeading";
import { Button } from "~/ui/Button";
import { StateTag } from "~/ui/StateTag";
import { useHydrated } from "~/ui/useHydrated";
import { OutcomeForm, usePosted } from "./OutcomeForm";
import { Standing } from "./Standing";
import { type AskedOutcome, useOutcomeKeys } from "./useOutcomeKeys";

function Locked() {
  const facts = useFacts();
  const { t } = useTranslation();
  const lock = facts.outcomesWaitFor;
  const { stated, total } = facts.lookBack;
  const { needed, present } = facts.quorum;
  if (lock === "lookBack")
    return (
      <p>
        {t("room.lock.lookBack", { count: total - stated })}{" "}
        <Link to={meetingAddress(facts, "look-back")}>{t("room.lock.toLookBack")}</Link>
      </p>
    );
  if (lock === "quorum")
    return (
      <p>
        {t("room.lock.quorum", { needed, present })}{" "}
        <Link to={meetingAddress(facts, "rollcall")}>{t("room.lock.toRollCall")}</Link>
      </p>
    );
  return null;
}

function Entered({ outcome }: { outcome: RoomOutcome }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="outcome-entered">
      <p>
        <StateTag tone={outcomeTone[outcome.outcome]}>{t(`room.outcome.${outcome.outcome}`)}</StateTag>
      </p>
      {outcome.note && <p className="as-written">{outcome.note}</p>}
      {outcome.deferredTo && (
        <p>{t("room.outcome.deferredUntil", { date: writtenDay(outcome.deferredTo, i18n.language) })}</p>
      )}
    </div>
  );
}

/**
 * Enters what was decided, and changes it: a press away where there is script, folded up where there is none. What
 * somebody is writing stays when another has entered it meanwhile.
 */
function Enter({ topicId, entered }: { topicId: string; entered: RoomOutcome | undefined }) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const [writes, setWrites] = useState(false);
  const [asked, setAsked] = useState<AskedOutcome | null>(null);
  const posted = usePosted(topicId);
  const stop = useCallback(() => {
    setWrites(false);
    setAsked(null);
  }, []);
  useOutcomeKeys((one) => {
    setWrites(true);
    setAsked(one);
  });
  const form = <OutcomeForm {...{ topicId, entered, asked }} onDone={stop} onBegun={() => setWrites(true)} />;
  if (!entered || (hydrated && writes)) return form;
  return (
    <>
      <Entered outcome={entered} />
      {hydrated ? (
        <Button type="button" variant="quiet" size="small" onClick={() => setWrites(true)}>
          {t("room.outcome.change")}
        </Button>
      ) : (
        <details open={posted !== undefined}>
          <summary>{t("room.outcome.change")}</summary>
          {form}
        </details>
      )}
    </>
  );
}

/** What was decided on a topic: entered by whoever holds the session, seen by all, locked with its reason. */
export function RoomOutcomeForm({ topicId }: { topicId: string }) {
  const facts = useFacts();
  const { t } = useTranslation();
  const entered = facts.outcomes.find((one) => one.topicId === topicId);
  const mayEnter = facts.conducts && facts.outcomesWaitFor === null;
  if (!entered && !facts.conducts) return null;
  return (
    <section className="outcome" aria-labelledby={`outcome-head-${topicId}`}>
      <h3 id={`outcome-head-${topicId}`}>{t("room.outcome.title")}</h3>
      {entered && !mayEnter && <Entered outcome={entered} />}
      {mayEnter && <Enter topicId={topicId} entered={entered} />}
      {!mayEnter && facts.conducts && !entered && <Locked />}
      {entered && <Standing topicId={topicId} entered={entered} />}
    </section>
  );
}
