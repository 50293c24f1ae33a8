import { getFormProps, useForm } from "@conform-to/react";
import { Link, useActionData, useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import type { FormAnswer } from "~/access/formAnswer";
import { meetingAddress } from "~/address/meetings";
import { useTranslation } from "~/i18n/useTranslation";
import { Reason } from "~/meeting/conduct/Reason";
import { type Outcome, outcomes } from "~/meeting/conduct/topic";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { isOvertaken, Meanwhile } from "~/ui/form/Meanwhile";
import { RadiosField } from "~/ui/form/RadiosField";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { OnceForm } from "~/ui/OnceForm";
import { OnceKey } from "~/ui/OnceKey";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { StateTag } from "~/ui/StateTag";
import { useHydrated } from "~/ui/useHydrated";
import { outcomeShown } from "./outcomeForm";
import { useFacts } from "./RoomFacts";
import type { RoomOutcome } from "./roomView";
import { outcomeTone } from "./TopicHeading";

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
  const { t } = useTranslation();
  return (
    <div className="outcome-entered">
      <p>
        <StateTag tone={outcomeTone[outcome.outcome]}>{t(`room.outcome.${outcome.outcome}`)}</StateTag>
      </p>
      {outcome.note && <p className="as-written">{outcome.note}</p>}
      {outcome.reservations && (
        <p className="as-written">{t("room.outcome.reserved", { text: outcome.reservations })}</p>
      )}
    </div>
  );
}

interface OutcomeFormProps {
  topicId: string;
  entered: RoomOutcome | undefined;
  onDone: () => void;
  /** Something was written into it. */
  onBegun: () => void;
}

function useLabels() {
  const { t } = useTranslation();
  return {
    outcome: t("room.outcome.label"),
    note: t("room.outcome.note"),
    reservations: t("room.outcome.reservations"),
  };
}

function useOutcomeWords() {
  const { t } = useTranslation();
  return (name: string, value: string) =>
    name === "outcome" && value !== "" ? t(`room.outcome.${value as Outcome}`) : value;
}

/** What the page answered that came back without script, where it was about this topic. */
function usePosted(topicId: string): FormAnswer | undefined {
  const answer = useActionData() as FormAnswer | null | undefined;
  return answer?.typed?.topicId === topicId ? answer : undefined;
}

function OutcomeForm({ topicId, entered, onDone, onBegun }: OutcomeFormProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const hydrated = useHydrated();
  const fetcher = useFetcher<FormAnswer>();
  const posted = usePosted(topicId);
  const answer = fetcher.data ?? posted;
  const [form, fields] = useForm<{ outcome: string; note: string; reservations: string }>({
    id: `outcome-${topicId}`,
    lastResult: answer?.reply,
    defaultValue: {
      outcome: entered?.outcome ?? "",
      note: entered?.note ?? "",
      reservations: entered?.reservations ?? "",
    },
  });
  const done = fetcher.state === "idle" && fetcher.data?.done === true;
  useEffect(() => {
    if (done) onDone();
  }, [done, onDone]);
  // What is wrong in a field is said at the field.
  const refusal = answer?.refusal?.code === "invalid" || isOvertaken(answer) ? undefined : answer?.refusal;
  return (
    <fetcher.Form method="post" {...getFormProps(form)} className="stack" onInput={onBegun}>
      <OnceKey />
      <Meanwhile now={outcomeShown(entered)} labels={labels} say={useOutcomeWords()} answer={answer} />
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
      <RadiosField
        field={fields.outcome}
        label={labels.outcome}
        labelHidden
        inline
        options={outcomes.map((outcome) => ({ value: outcome, label: t(`room.outcome.${outcome}`) }))}
      />
      <TextAreaField field={fields.note} label={labels.note} rows={2} limit={1000} optional />
      <TextAreaField
        field={fields.reservations}
        label={labels.reservations}
        hint={t("room.outcome.reservationsHint")}
        rows={2}
        limit={1000}
        optional
      />
      <div className="form-actions">
        <input type="hidden" name="intent" value="recordOutcome" />
        <input type="hidden" name="topicId" value={topicId} />
        {hydrated && <input type="hidden" name="stay" />}
        <Button variant="primary" busy={fetcher.state !== "idle"}>
          {entered ? t("room.outcome.replace") : t("room.outcome.enter")}
        </Button>
        {entered && hydrated && (
          <Button type="button" variant="quiet" onClick={onDone}>
            {t("room.outcome.keep")}
          </Button>
        )}
      </div>
    </fetcher.Form>
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
  const posted = usePosted(topicId);
  const stop = useCallback(() => setWrites(false), []);
  const form = (
    <OutcomeForm topicId={topicId} entered={entered} onDone={stop} onBegun={() => setWrites(true)} />
  );
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

/** Whether the resolutions stand; opening them again asks why, and everybody sees the answer. */
function Standing({ topicId, entered }: { topicId: string; entered: RoomOutcome }) {
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
