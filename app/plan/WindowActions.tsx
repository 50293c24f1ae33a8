import { writtenDay } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { ApprovalFields, useApprovalLabel } from "~/rules/ApprovalFields";
import { requestFor } from "~/rules/shownApproval";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { PlainText } from "~/ui/form/PlainText";
import type { DayPage } from "./showDay.server";

function useDeparts(page: DayPage): string {
  const { t, i18n } = useTranslation();
  const [opens, closes] = [page.windowOpensOn, page.windowClosesOn].map((day) =>
    writtenDay(day, i18n.language),
  );
  return t("plan.window.departs", { opens, closes });
}

function OpenWindow({ page }: { page: DayPage }) {
  const { t } = useTranslation();
  const request = requestFor(page.approvals, "openWindow");
  const hint = useDeparts(page);
  return (
    <ConfirmButton
      variant={page.next.who === "office" ? "primary" : "secondary"}
      label={t("plan.window.open")}
      confirmLabel={useApprovalLabel(request, page.departs.open)}
      consequence={<p>{t("plan.window.openText")}</p>}
      action=""
      name="intent"
      value="openWindow"
    >
      {page.departs.open && <ApprovalFields approvals={page.approvals} request={request} hint={hint} />}
    </ConfirmButton>
  );
}

function CloseWindow({ page }: { page: DayPage }) {
  const { t } = useTranslation();
  const missing = page.lists?.filter((stand) => !stand.sent).length ?? 0;
  const request = requestFor(page.approvals, "closeWindow");
  const hint = useDeparts(page);
  return (
    <ConfirmButton
      variant="secondary"
      label={t("plan.window.close")}
      confirmLabel={useApprovalLabel(request, page.departs.close)}
      consequence={
        <p>
          {t("plan.window.closeText")} {missing > 0 && t("plan.window.missing", { count: missing })}
        </p>
      }
      action=""
      name="intent"
      value="closeWindow"
    >
      {page.departs.close && <ApprovalFields approvals={page.approvals} request={request} hint={hint} />}
    </ConfirmButton>
  );
}

function ReopenWindow({ page }: { page: DayPage }) {
  const { t } = useTranslation();
  // Its last day was typed with the request, and is approved with it.
  const request = page.approvals.requests.reopenWindow;
  const approved = request?.state === "confirmed";
  return (
    <ConfirmButton
      variant="secondary"
      label={t("plan.window.reopen")}
      confirmLabel={useApprovalLabel(request, true)}
      consequence={<p>{t("plan.window.reopenText")}</p>}
      hidden={approved && request.covers ? { windowClosesOn: request.covers } : undefined}
      action=""
      name="intent"
      value="reopenWindow"
    >
      <ApprovalFields approvals={page.approvals} request={request} />
      {!approved && (
        <PlainText
          name="windowClosesOn"
          label={t("plan.window.closesOn")}
          type="date"
          defaultValue={request?.covers}
        />
      )}
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
  return stage === "screening" ? <ReopenWindow page={page} /> : null;
}
