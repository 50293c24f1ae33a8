import { writtenDay } from "~/calendar/writtenDate";
import { named } from "~/i18n/language";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { placeOf } from "~/meeting/conduct/placeOf";
import { PaperNav } from "./PaperNav";
import type { PeopleComing } from "./peopleComing.server";
import "./papers.css";

const emptyLines = 6;

/** The sheet on which people sign as they come: everybody who is expected, and lines for whoever comes besides. */
export function SignInView({ coming }: { coming: PeopleComing }) {
  const { t, i18n } = useTranslation();
  const meetingName = useMeetingName();
  const { meeting, people } = coming;
  const name = (of: { zh: string; en: string }) => named(of, i18n.language);
  const columns = ["number", "unit", "name", "post", "as", "signature"] as const;
  return (
    <div className="stack sheet-page">
      <PaperNav meeting={meeting} paper="signIn" holds />
      <p className="prose no-print">{t("papers.signInText")}</p>
      <article className="sheet-paper">
        <h2 className="sheet-title">{t("papers.signInTitle", { meeting: meetingName(meeting) })}</h2>
        <p className="sheet-facts">
          <span>
            {t("papers.time")}
            {t("session.colon")}
            {writtenDay(meeting.date, i18n.language)} {meeting.startsAt}
          </span>
          <span>
            {t("papers.place")}
            {t("session.colon")}
            {placeOf(meeting, i18n.language)}
          </span>
        </p>
        <table className="ruled sign-in">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`papers.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((one, at) => (
              <tr key={one.id}>
                <td className="num">{at + 1}</td>
                <td>{name(one.unit)}</td>
                <td>{one.name}</td>
                <td>
                  {one.title}
                  {one.insteadOf && (
                    <span className="unit-part">{t("reply.insteadOf", { name: one.insteadOf })}</span>
                  )}
                </td>
                <td>{t(`session.invitation.${one.invitation}`)}</td>
                <td />
              </tr>
            ))}
            {Array.from({ length: emptyLines }, (_, at) => (
              <tr key={`more ${String(at)}`}>
                <td className="num">{people.length + at + 1}</td>
                <td />
                <td />
                <td />
                <td />
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </article>
    </div>
  );
}
