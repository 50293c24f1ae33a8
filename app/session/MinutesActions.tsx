import { useTranslation } from "react-i18next";
import { ButtonLink } from "~/ui/ButtonLink";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { PrintButton } from "./PrintButton";
import { Reason } from "./Reason";
import type { MinutesPage } from "./showMinutes.server";

function Issue({ page }: { page: MinutesPage }) {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      variant="primary"
      label={t("session.minutes.issue")}
      consequence={<p>{t("session.minutes.issueText", { count: page.resolutions })}</p>}
      action=""
      name="intent"
      value="issue"
    />
  );
}

function Close() {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      variant="primary"
      label={t("session.minutes.close")}
      consequence={<p>{t("session.minutes.closeText")}</p>}
      action=""
      name="intent"
      value="close"
    />
  );
}

function Reopen() {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      variant="secondary"
      label={t("session.minutes.reopen")}
      consequence={<p>{t("session.minutes.reopenText")}</p>}
      action=""
      name="intent"
      value="reopen"
    >
      <Reason id="reopen-reason" />
    </ConfirmButton>
  );
}

/** What can be done about the minutes at this station, by this reader. */
export function MinutesActions({ page }: { page: MinutesPage }) {
  const { t } = useTranslation();
  const { month } = page.day;
  return (
    <>
      {page.can.issue && page.missing.length === 0 && <Issue page={page} />}
      {page.can.close && <Close />}
      {page.can.reopen && <Reopen />}
      {page.issued ? (
        page.paper && (
          // A file: the browser fetches it, not the router.
          <ButtonLink reloadDocument to={`/desk/days/${month}/minutes.docx`}>
            {t("session.minutes.file")}
          </ButtonLink>
        )
      ) : (
        <ButtonLink to={`/desk/days/${month}/room`}>{t("session.toRoom")}</ButtonLink>
      )}
      <ButtonLink to={`/desk/days/${month}/history`}>{t("room.links.history")}</ButtonLink>
      <PrintButton />
    </>
  );
}
