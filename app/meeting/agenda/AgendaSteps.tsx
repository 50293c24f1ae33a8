import { useTranslation } from "~/i18n/useTranslation";
import { Reason } from "~/meeting/conduct/Reason";
import { ConfirmButton } from "~/ui/ConfirmButton";
import type { AgendaPage } from "./showAgenda.server";

/** Freezes the order as published; a reason is asked for where there are more topics than the rules allow. */
export function PublishAgenda({ page }: { page: AgendaPage }) {
  const { t } = useTranslation();
  const { published, limit } = page;
  const over = limit.count > limit.most;
  return (
    <ConfirmButton
      variant={published?.asNow ? "secondary" : "primary"}
      label={published ? t("session.agenda.publishAgain") : t("session.agenda.publish")}
      consequence={<p>{t("session.agenda.publishText")}</p>}
      action=""
      name="intent"
      value="publish"
    >
      {over && <Reason id="publish-reason" hint={t("session.agenda.over", { ...limit })} />}
    </ConfirmButton>
  );
}
