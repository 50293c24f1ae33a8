import { Link } from "@remix-run/react";
import { meetingAddress } from "~/address/meetings";
import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { Words } from "~/ui/Words";
import type { VisitBeside } from "./visitsOf.server";

/** The visits that concern a topic or a problem, each a link, beside it. */
export function VisitsBeside({ visits, now }: { visits: readonly VisitBeside[]; now: string }) {
  const { t } = useTranslation();
  const { nameOf } = useCodeNames("research");
  if (visits.length === 0) return null;
  return (
    <ul className="visits-beside" aria-label={t("research.title")}>
      {visits.map(({ id, slug, kind, title, date }) => (
        <li key={id}>
          <span className="muted">{nameOf(kind)}</span>{" "}
          <Link to={meetingAddress({ slug }, `research/${id}`)}>
            <Words text={title} />
          </Link>{" "}
          <DateText value={date} now={now} />
        </li>
      ))}
    </ul>
  );
}
