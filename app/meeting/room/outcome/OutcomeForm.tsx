import { getFormProps, useForm } from "@conform-to/react";
import { useActionData, useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import type { FormAnswer } from "~/access/formAnswer";
import { isDay } from "~/calendar/day";
import { writtenDay } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { type Outcome, outcomes } from "~/meeting/conduct/topic";
import { outcomeShown } from "~/meeting/room/outcomeForm";
import { useFacts } from "~/meeting/room/RoomFacts";
import type { RoomOutcome } from "~/meeting/room/roomView";
import { Button } from "~/ui/Button";
import { isOvertaken, Meanwhile } from "~/ui/form/Meanwhile";
import { RadiosField } from "~/ui/form/RadiosField";
import { TextAreaField } from "~/ui/form/TextAreaField";
import { OnceKey } from "~/ui/OnceKey";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { useHydrated } from "~/ui/useHydrated";
import { DeferralFields, deferralEntered } from "./DeferralFields";
import { type AskedOutcome, useChosenByKey } from "./useOutcomeKeys";

interface OutcomeFields {
  outcome: string;
  note: string;
  deferredTo: string;
  deferredDay: string;
}

interface OutcomeFormProps {
  topicId: string;
  entered: RoomOutcome | undefined;
  /** Chosen by its key; another object each time it is pressed. */
  asked: AskedOutcome | null;
  onDone: () => void;
  /** Something was written into it. */
  onBegun: () => void;
}

function useLabels() {
  const { t } = useTranslation();
  return {
    outcome: t("room.outcome.label"),
    note: t("room.outcome.note"),
    deferredTo: t("room.outcome.deferredTo"),
  };
}

function useOutcomeWords() {
  const { t, i18n } = useTranslation();
  return (name: string, value: string) => {
    if (value === "") return value;
    if (name === "outcome") return t(`room.outcome.${value as Outcome}`);
    return name === "deferredTo" && isDay(value) ? writtenDay(value, i18n.language) : value;
  };
}

/** What the page answered that came back without script, where it was about this topic. */
export function usePosted(topicId: string): FormAnswer | undefined {
  const answer = useActionData() as FormAnswer | null | undefined;
  return answer?.typed?.topicId === topicId ? answer : undefined;
}

/** What was decided, being entered: one key chooses, Enter enters. */
export function OutcomeForm({ topicId, entered, asked, onDone, onBegun }: OutcomeFormProps) {
  const { t } = useTranslation();
  const { laterMeetings } = useFacts();
  const labels = useLabels();
  const hydrated = useHydrated();
  const fetcher = useFetcher<FormAnswer>();
  const posted = usePosted(topicId);
  const answer = fetcher.data ?? posted;
  const [form, fields] = useForm<OutcomeFields>({
    id: `outcome-${topicId}`,
    lastResult: answer?.reply,
    defaultValue: {
      outcome: entered?.outcome ?? "",
      note: entered?.note ?? "",
      ...deferralEntered(entered, laterMeetings),
    },
  });
  useChosenByKey(`outcome-${topicId}`, asked);
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
        options={outcomes.map((outcome, at) => ({
          value: outcome,
          label: t(`room.outcome.${outcome}`),
          shortcut: hydrated ? String(at + 1) : undefined,
        }))}
      />
      {(!hydrated || fields.outcome.value === "deferred") && (
        <DeferralFields to={fields.deferredTo} day={fields.deferredDay} />
      )}
      <TextAreaField
        field={fields.note}
        label={labels.note}
        rows={2}
        limit={1000}
        optional={fields.outcome.value !== "other"}
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
