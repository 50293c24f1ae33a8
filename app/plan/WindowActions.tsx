import { useTranslation } from "~/i18n/useTranslation";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { useTyped } from "~/ui/typed";
import type { DayPage } from "./showDay.server";

function Reason({ page }: { page: DayPage }) {
  const { t } = useTranslation();
  return (
    <div className="field">
      <label className="field-label" htmlFor="window-reason">
        {t("plan.window.reason")}
      </label>
      <p className="field-hint" id="window-reason-hint">
        {t("plan.window.departs", { opens: page.windowOpensOn, closes: page.windowClosesOn })}
      </p>
      <textarea
        className="input input-full"
        id="window-reason"
        name="reason"
        rows={3}
        required
        maxLength={500}
        aria-describedby="window-reason-hint"
        defaultValue={useTyped("reason")}
      />
    </div>
  );
}

function OpenWindow({ page }: { page: DayPage }) {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      variant="primary"
      label={t("plan.window.open")}
      consequence={<p>{t("plan.window.openText")}</p>}
      action=""
      name="intent"
      value="openWindow"
    >
      {page.departs.open && <Reason page={page} />}
    </ConfirmButton>
  );
}

function CloseWindow({ page }: { page: DayPage }) {
  const { t } = useTranslation();
  const missing = page.lists?.filter((stand) => !stand.sent).length ?? 0;
  return (
    <ConfirmButton
      variant={page.next.key === "closeWindow" ? "primary" : "secondary"}
      label={t("plan.window.close")}
      consequence={
        <p>
          {t("plan.window.closeText")} {missing > 0 && t("plan.window.missing", { count: missing })}
        </p>
      }
      action=""
      name="intent"
      value="closeWindow"
    >
      {page.departs.close && <Reason page={page} />}
    </ConfirmButton>
  );
}

function ReopenFields() {
  const { t } = useTranslation();
  return (
    <>
      <div className="field">
        <label className="field-label" htmlFor="reopen-reason">
          {t("plan.window.reason")}
        </label>
        <textarea
          className="input input-full"
          id="reopen-reason"
          name="reason"
          rows={3}
          required
          maxLength={500}
          defaultValue={useTyped("reason")}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="reopen-until">
          {t("plan.window.closesOn")}
          <span className="field-optional">{t("ui.optional")}</span>
        </label>
        <input
          className="input input-date"
          id="reopen-until"
          name="windowClosesOn"
          type="date"
          defaultValue={useTyped("windowClosesOn")}
        />
      </div>
    </>
  );
}

function ReopenWindow() {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      variant="secondary"
      label={t("plan.window.reopen")}
      consequence={<p>{t("plan.window.reopenText")}</p>}
      action=""
      name="intent"
      value="reopenWindow"
    >
      <ReopenFields />
    </ConfirmButton>
  );
}

/** The moves of a day that are the office's: its window, and its end. */
export function WindowActions({ page }: { page: DayPage }) {
  const { t } = useTranslation();
  const { stage, can } = page;
  if (can.followUp && page.next.key === "followUp")
    return (
      <ConfirmButton
        variant="primary"
        label={t("plan.followUp.submit")}
        consequence={<p>{t("plan.followUp.text")}</p>}
        action=""
        name="intent"
        value="followUp"
      />
    );
  if (!can.moveWindow) return null;
  if (stage === "planned" && page.plan.adopted) return <OpenWindow page={page} />;
  if (stage === "collecting") return <CloseWindow page={page} />;
  return stage === "screening" ? <ReopenWindow /> : null;
}
