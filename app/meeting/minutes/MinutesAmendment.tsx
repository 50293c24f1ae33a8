import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { meetingAddress } from "~/address/meetings";
import { minutesAddress, minutesNumber } from "~/address/minutesAddress";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { Notice } from "~/ui/Notice";
import { Person } from "~/ui/Person";
import type { MinutesPage } from "./showMinutes.server";

/** Says of minutes that were replaced what stands in their place. */
export function ReplacedMinutes({ page }: { page: MinutesPage }) {
  const { t } = useTranslation();
  const by = page.issued?.replacedBy;
  if (!by) return null;
  return (
    <Notice title={t("amendment.replaced")}>
      <p>
        {t("amendment.replacedText")}{" "}
        <Link to={minutesAddress(page.meeting.slug, by)}>
          {t("amendment.readAmended", { minutes: minutesNumber(by) })}
        </Link>
      </p>
    </Notice>
  );
}

/** The way back from amended minutes to what they replaced. */
export function EarlierMinutes({ page }: { page: MinutesPage }) {
  const { t } = useTranslation();
  const { meeting: day, issued, now } = page;
  if (!issued || issued.replaced.length === 0) return null;
  return (
    <div>
      <dt>{t("amendment.replaces")}</dt>
      <dd>
        {issued.replaced.map((one, at) => (
          <Fragment key={minutesNumber(one)}>
            {at > 0 && t("session.comma")}
            <Link to={minutesAddress(day.slug, one)}>{minutesNumber(one)}</Link>{" "}
            <span className="muted">
              <DateText value={one.issuedAt} now={now} />
            </span>
          </Fragment>
        ))}
      </dd>
    </div>
  );
}

/** Who amends the minutes since when and why, and the ways to the room and to what would be issued. */
export function OpenAmendment({ page }: { page: MinutesPage }) {
  const { t, i18n } = useTranslation();
  const { amendment, meeting, issued, now } = page;
  if (!amendment) return null;
  const { by, begunAt, reason } = amendment;
  return (
    <Notice title={t("amendment.of", { minutes: minutesNumber(amendment.of) })}>
      <p>
        <Person name={by.name} post={named(by.post, i18n.language)} /> ·{" "}
        <DateText value={begunAt} now={now} withTime />
      </p>
      <p className="as-written">{t("amendment.reason", { reason })}</p>
      <p>{t("amendment.inForce", { minutes: minutesNumber(amendment.of) })}</p>
      <p className="cluster">
        <Link to={meetingAddress(meeting, "room")}>{t("amendment.toRoom")}</Link>
        {issued ? (
          <Link to={meetingAddress(meeting, "minutes?number=draft")}>{t("amendment.toDraft")}</Link>
        ) : (
          <Link to={meetingAddress(meeting, "minutes")}>{t("amendment.toInForce")}</Link>
        )}
      </p>
    </Notice>
  );
}
