import { useTranslation } from "~/i18n/useTranslation";
import { type NoticeFacts, slipLines } from "./notice";
import { PaperNav } from "./PaperNav";
import { type NoticePart, type WordedNotice, wordNotice } from "./wordNotice";
import "~/meeting/minutes/minutes.css";
import "./papers.css";

function Part({ part }: { part: NoticePart }) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        <span className="paper-h1">
          {part.heading}
          {part.text && t("session.colon")}
        </span>
        {part.text}
      </p>
      {part.lines?.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

function Slip({ slip }: { slip: WordedNotice["slip"] }) {
  const { t } = useTranslation();
  return (
    <section className="notice-slip">
      <p>{t("papers.annex")}</p>
      <h2 className="paper-title">{slip.title}</h2>
      <p>
        {t("session.invite.unit")}
        {t("session.colon")}
        {slip.unit}
      </p>
      <table className="ruled">
        <thead>
          <tr>
            {slip.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: slipLines }, (_, at) => (
            <tr key={String(at)}>
              {slip.columns.map((column) => (
                <td key={column} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The notice of a meeting as it is printed, with the slip on a page of its own. */
export function NoticeView({ facts }: { facts: NoticeFacts }) {
  const { t, i18n } = useTranslation();
  const notice = wordNotice(facts, t, i18n.language);
  return (
    <div className="stack minutes-page">
      <PaperNav meeting={facts.meeting} paper="notice" holds={facts.holds} />
      <article className="paper notice-paper">
        <h2 className="paper-title">{notice.title}</h2>
        <p>
          {notice.to}
          {t("session.colon")}
        </p>
        <div className="paper-body">
          <p>{notice.lead}</p>
          {notice.parts.map((part) => (
            <Part key={part.heading} part={part} />
          ))}
          <p className="notice-attached">{notice.attached}</p>
        </div>
        <p className="notice-sign">
          <span>{notice.office}</span>
          <span>{notice.date}</span>
        </p>
        <Slip slip={notice.slip} />
      </article>
    </div>
  );
}
