import { Link } from "@remix-run/react";
import { meetingAddress } from "~/address/meetings";
import { matterAddress } from "~/address/residents";
import { writtenMonth } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import { isPublic } from "./ProblemTrace";
import type { ProblemView } from "./showProblem.server";

/** What residents read of a problem, and where it is looked at before and changed afterwards. */
export function ProblemPublicity({ view }: { view: ProblemView }) {
  const { t, i18n } = useTranslation();
  const issued = view.trace.topics.flatMap(({ publicity, ...one }) =>
    publicity ? [{ ...one, publicity }] : [],
  );
  if (!view.can.seePublishing || issued.length === 0) return null;
  return (
    <section className="section stack">
      <h2>{t("problem.page.publicity")}</h2>
      <ul className="divided">
        {issued.map(({ id, month, publicity }) => (
          <li key={id}>
            <Link to={meetingAddress({ slug: month }, `publish#topic-${id}`)}>
              {t(publicity.waitsSince ? "problem.page.waitsToBeSeen" : "problem.page.isPublic", {
                month: writtenMonth(month, i18n.language, true),
              })}
            </Link>
          </li>
        ))}
        {isPublic(view.trace) && (
          <li>
            <a href={matterAddress(view.problem.number)}>{t("problem.trace.public")}</a>
          </li>
        )}
      </ul>
    </section>
  );
}
