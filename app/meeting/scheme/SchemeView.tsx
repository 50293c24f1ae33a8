import { meetingAddress } from "~/address/meetings";
import { useTranslation } from "~/i18n/useTranslation";
import { PaperNav } from "~/meeting/papers/PaperNav";
import { ButtonLink } from "~/ui/ButtonLink";
import { type SchemePart, wordScheme } from "./scheme";
import type { SchemePage } from "./schemeFacts.server";
import "~/meeting/minutes/minutes.css";

function Part({ part: { heading, text, lines = [] } }: { part: SchemePart }) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        <span className="paper-h1">
          {heading}
          {text && t("session.colon")}
        </span>
        {text}
      </p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

/** The plan of a meeting as it is printed, and the ways to its Word file and to the whole file of the meeting. */
export function SchemeView({ page }: { page: SchemePage }) {
  const { t, i18n } = useTranslation();
  const { meeting, facts } = page;
  const scheme = wordScheme(facts, t, i18n.language);
  return (
    <div className="stack minutes-page">
      <PaperNav
        meeting={meeting}
        paper="plan"
        holds={page.holds}
        more={
          page.archives && (
            <ButtonLink variant="quiet" to={meetingAddress(meeting, "archive.zip")} reloadDocument>
              {t("agenda.archive.link")}
            </ButtonLink>
          )
        }
      />
      <article className="paper">
        <h2 className="paper-title">{scheme.title}</h2>
        <div className="paper-body">
          {scheme.parts.map((part) => (
            <Part key={part.heading} part={part} />
          ))}
        </div>
      </article>
    </div>
  );
}
