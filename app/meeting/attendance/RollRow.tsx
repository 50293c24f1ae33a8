import { useFetcher } from "@remix-run/react";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import type { Refusal } from "~/ledger/result";
import { AttendanceTag } from "~/meeting/conduct/AttendanceTag";
import { type AttendanceState, isCalled, rollStates } from "~/meeting/conduct/attendance";
import { OnceKey } from "~/ui/OnceKey";
import { RefusalNotice } from "~/ui/RefusalNotice";
import { useRefusedForm } from "~/ui/typed";
import { useHydrated } from "~/ui/useHydrated";
import { PersonFacts } from "./PersonFacts";
import type { RollCallPage, RollLine } from "./showRollCall.server";

function Buttons({ line, state }: { line: RollLine; state: AttendanceState }) {
  const { t, i18n } = useTranslation();
  const unit = named(line.unit, i18n.language);
  return (
    <fieldset className="roll-states">
      <legend className="visually-hidden">{t("session.roll.state")}</legend>
      {rollStates.map((one, at) => (
        <button
          key={one}
          type="submit"
          name="state"
          value={one}
          className="roll-state"
          data-state={one}
          aria-pressed={one === state}
          data-key={at + 1}
        >
          {t(`session.attendance.${one}`)}
          <span className="visually-hidden"> {line.person || unit}</span>
        </button>
      ))}
    </fieldset>
  );
}

function Fields({ line, corrects }: { line: RollLine; corrects: boolean }) {
  const { t } = useTranslation();
  const typed = useRefusedForm({ intent: "call", attendanceId: line.id })?.typed;
  return (
    <div className="roll-fields">
      <input
        className="input"
        name="personName"
        key={line.person}
        defaultValue={typed?.personName ?? line.person}
        maxLength={50}
        placeholder={t("session.invite.person")}
        aria-label={t("session.invite.person")}
        autoComplete="off"
      />
      <input
        className="input"
        name="reason"
        key={`reason ${line.reason}`}
        defaultValue={typed?.reason ?? line.reason}
        maxLength={200}
        placeholder={t("session.roll.reason")}
        aria-label={t("session.roll.reason")}
        autoComplete="off"
      />
      {corrects && (
        <input
          className="input"
          name="correction"
          defaultValue={typed?.correction ?? ""}
          maxLength={500}
          required
          placeholder={t("session.roll.correction")}
          aria-label={t("session.roll.correction")}
          autoComplete="off"
        />
      )}
    </div>
  );
}

interface RollRowProps {
  line: RollLine;
  can: Pick<RollCallPage["can"], "callRoll" | "corrects">;
  current: boolean;
}

/** One person on the roll. What was pressed shows at once and is taken back where it was refused. */
export function RollRow({ line, can, current }: RollRowProps) {
  const may = can.callRoll;
  const { t, i18n } = useTranslation();
  const fetcher = useFetcher<{ refusal?: Refusal } | null>();
  const hydrated = useHydrated();
  const pressed = fetcher.formData?.get("state") as AttendanceState | null | undefined;
  const state = pressed ?? line.state;
  const refusal = fetcher.data?.refusal;
  return (
    <li
      className="roll-row"
      data-line={line.id}
      data-may={may ? "" : undefined}
      data-called={isCalled(state) ? "" : undefined}
      data-current={current ? "" : undefined}
      tabIndex={may ? 0 : undefined}
    >
      <div className="roll-who">
        <strong>{named(line.unit, i18n.language)}</strong>
        <span className="unit-part">{t(`session.invitation.${line.invitation}`)}</span>
        <p className="cluster roll-said" data-declined={line.state === "declined" ? "" : undefined}>
          {line.person && (
            <span>{line.standsIn ? t("unit.standIn.named", { name: line.person }) : line.person}</span>
          )}
          <AttendanceTag state={line.state} />
          {line.reason && <span className="muted">{line.reason}</span>}
        </p>
        <div>
          <PersonFacts title={line.title} insteadOf={line.insteadOf} />
        </div>
      </div>
      {may && (
        <fetcher.Form method="post" className="roll-form" preventScrollReset>
          <OnceKey />
          <input type="hidden" name="intent" value="call" />
          {hydrated && <input type="hidden" name="stay" />}
          <input type="hidden" name="attendanceId" value={line.id} />
          <Buttons line={line} state={state} />
          <Fields line={line} corrects={can.corrects} />
        </fetcher.Form>
      )}
      {refusal && <RefusalNotice messageKey={`refusal.${refusal.code}`} values={refusal.values} />}
    </li>
  );
}
