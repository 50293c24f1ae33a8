import { useTranslation } from "~/i18n/useTranslation";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { PlainText } from "~/ui/form/PlainText";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import type { DayPage } from "./showDay.server";

function Reason({ page }: { page: DayPage }) {
  const { t } = useTranslation();
  return (
    <PlainTextArea
      name="reason"
      label={t("plan.window.reason")}
      hint={t("plan.window.departs", { opens: page.windowOpensOn, closes: page.windowClosesOn })}
      required
      maxLength={500}
    />
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
      <PlainTextArea name="reason" label={t("plan.window.reason")} required maxLength={500} />
      <PlainText name="windowClosesOn" label={t("plan.window.closesOn")} type="date" />
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
