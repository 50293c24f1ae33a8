import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import type { Publication } from "./publicationPage.server";

/** What stands before residents about a task, and what stood there and was taken back. */
export function PublicationTexts({
  page,
  now,
}: {
  page: { standing: readonly Publication[]; withdrawn: readonly Publication[] };
  now: string;
}) {
  const { t } = useTranslation();
  return (
    <>
      {page.standing.length > 0 && (
        <section className="section prose">
          <h2>{t("outcome.publish.standing")}</h2>
          <ul className="divided">
            {page.standing.map((text) => (
              <li key={text.id}>
                <p>{text.text}</p>
                <p className="muted">
                  {t("outcome.publish.publishedOn")} <DateText value={text.publishedAt} now={now} withTime />
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {page.withdrawn.length > 0 && (
        <section className="section prose">
          <h2>{t("outcome.publish.before")}</h2>
          <ul className="divided">
            {page.withdrawn.map((text) => (
              <li key={text.id}>
                <p>{text.text}</p>
                <p className="muted">
                  {t("outcome.publish.publishedOn")} <DateText value={text.publishedAt} now={now} withTime />,{" "}
                  {t("outcome.publish.withdrawnOn")}{" "}
                  <DateText value={text.withdrawnAt ?? text.publishedAt} now={now} withTime />
                </p>
                <p>
                  {t("outcome.why")}
                  {text.withdrawnReason}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
