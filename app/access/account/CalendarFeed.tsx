import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { CopyWords } from "~/ui/CopyWords";
import { DateText } from "~/ui/DateText";
import { Notice } from "~/ui/Notice";
import { OnceForm } from "~/ui/OnceForm";

/** Props of {@link CalendarFeed}. */
export interface CalendarFeedProps {
  /** Since when there is a feed; null where there is none. */
  madeAt: string | null;
  /** Its whole address, where it was just made: shown this once. */
  link?: string;
  now: string;
}

function Made({ link }: { link: string }) {
  const { t } = useTranslation();
  return (
    <Notice tone="success" title={t("calendar.feed.made")}>
      <div className="stack-tight">
        <p>{t("calendar.feed.madeText")}</p>
        <p>
          <code className="as-written">{link}</code>
        </p>
        <p>
          <CopyWords words={link} label={t("calendar.feed.copy")} />
        </p>
      </div>
    </Notice>
  );
}

/** One's own meetings in one's own calendar: the address for it is made, made anew, and ended here. */
export function CalendarFeed({ madeAt, link, now }: CalendarFeedProps) {
  const { t, i18n } = useTranslation();
  const language = { language: i18n.language };
  return (
    <section className="section stack" id="calendar">
      <h2>{t("calendar.feed.title")}</h2>
      <p className="prose">{t("calendar.feed.text")}</p>
      {link && <Made link={link} />}
      {madeAt || link ? (
        <>
          {madeAt && (
            <p>
              {t("calendar.feed.since")} <DateText value={madeAt} now={now} withTime />
            </p>
          )}
          <div className="cluster">
            <ConfirmButton
              label={t("calendar.feed.renew")}
              consequence={<p>{t("calendar.feed.renewText")}</p>}
              action=""
              name="intent"
              value="makeFeed"
              hidden={language}
            />
            <ConfirmButton
              variant="quiet"
              label={t("calendar.feed.end")}
              consequence={<p>{t("calendar.feed.endText")}</p>}
              action=""
              name="intent"
              value="endFeed"
            />
          </div>
        </>
      ) : (
        <OnceForm>
          <input type="hidden" name="language" value={i18n.language} />
          <Button name="intent" value="makeFeed">
            {t("calendar.feed.make")}
          </Button>
        </OnceForm>
      )}
    </section>
  );
}
