import { useTranslation } from "~/i18n/useTranslation";
import { ApprovalFields, useApprovalLabel } from "~/rules/ApprovalFields";
import { requestFor } from "~/rules/shownApproval";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { publishingCovered } from "./publishingDepartures";
import type { AgendaPage } from "./showAgenda.server";

/** Freezes the order as published; an approval is asked for where that departs from the rules. */
export function PublishAgenda({ page }: { page: AgendaPage }) {
  const { t } = useTranslation();
  const { published, limit, publishing } = page;
  const departs = publishing.length > 0;
  const covered = publishingCovered(publishing, limit.count);
  const request = requestFor(page.approvals, "publishAgenda", covered);
  const hints = {
    overLimit: t("session.agenda.over", { ...limit }),
    unapproved: t("agenda.approval.without"),
  };
  return (
    <ConfirmButton
      variant={published?.asNow || departs ? "secondary" : "primary"}
      label={published ? t("session.agenda.publishAgain") : t("session.agenda.publish")}
      confirmLabel={useApprovalLabel(request, departs)}
      consequence={<p>{t("session.agenda.publishText")}</p>}
      action=""
      name="intent"
      value="publish"
    >
      {departs && (
        <ApprovalFields
          approvals={page.approvals}
          request={request}
          hint={publishing.map((one) => hints[one]).join(" ")}
        />
      )}
    </ConfirmButton>
  );
}
