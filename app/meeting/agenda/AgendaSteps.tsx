import { useTranslation } from "~/i18n/useTranslation";
import { ApprovalFields, useApprovalLabel } from "~/rules/ApprovalFields";
import { requestFor } from "~/rules/shownApproval";
import { ConfirmButton } from "~/ui/ConfirmButton";
import type { AgendaPage } from "./showAgenda.server";

/** Freezes the order as published; an approval is asked for where there are more topics than the rules allow. */
export function PublishAgenda({ page }: { page: AgendaPage }) {
  const { t } = useTranslation();
  const { published, limit } = page;
  const over = limit.count > limit.most;
  const request = requestFor(page.approvals, "publishAgenda", String(limit.count));
  return (
    <ConfirmButton
      variant={published?.asNow ? "secondary" : "primary"}
      label={published ? t("session.agenda.publishAgain") : t("session.agenda.publish")}
      confirmLabel={useApprovalLabel(request, over)}
      consequence={<p>{t("session.agenda.publishText")}</p>}
      action=""
      name="intent"
      value="publish"
    >
      {over && (
        <ApprovalFields
          approvals={page.approvals}
          request={request}
          hint={t("session.agenda.over", { ...limit })}
        />
      )}
    </ConfirmButton>
  );
}
