import { Link } from "@remix-run/react";
import { meetingAddress } from "~/address/meetings";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { Words } from "~/ui/Words";
import { countVoices, voices } from "./opinion";
import type { ShownOpinion } from "./shownOpinion";
import { VoiceTag } from "./VoiceTag";
import "./opinion.css";

/** Props of {@link OpinionLines}. */
export interface OpinionLinesProps {
  slug: string;
  opinions: readonly ShownOpinion[];
  now: string;
}

/** How many agree, on conditions or not, and how many are silent, in one sentence. */
export function useTally(): (opinions: readonly ShownOpinion[]) => string {
  const { t } = useTranslation();
  return (opinions) => {
    const counted = countVoices(opinions);
    return voices
      .filter((voice) => counted[voice] > 0)
      .map((voice) => t("opinion.counted", { voice: t(`opinion.voice.${voice}`), number: counted[voice] }))
      .join(t("opinion.comma"));
  };
}

/** The written opinions on one topic, folded under how many say what: read beside the topic. */
export function FoldedOpinions({ slug, opinions, now }: OpinionLinesProps) {
  const { t } = useTranslation();
  const tally = useTally();
  if (opinions.length === 0) return null;
  return (
    <details className="opinions-fold">
      <summary>
        <span className="opinions-label">{t("opinion.title")}</span> {tally(opinions)}
      </summary>
      <OpinionLines {...{ slug, opinions, now }} />
    </details>
  );
}

/** The written opinions on one topic, unit by unit; who has said nothing is shown as silent. */
export function OpinionLines({ slug, opinions, now }: OpinionLinesProps) {
  return (
    <ul className="opinion-lines">
      {opinions.map((one) => (
        <OpinionLine key={one.id} slug={slug} opinion={one} now={now} />
      ))}
    </ul>
  );
}

function OpinionLine({ slug, opinion, now }: { slug: string; opinion: ShownOpinion; now: string }) {
  const { t, i18n } = useTranslation();
  const { submitted, voice, terms, text, dueOn, late, own, files } = opinion;
  const name = named(opinion.unit, i18n.language);
  const to = meetingAddress({ slug }, `opinions/${opinion.id}`);
  return (
    <li className="opinion-line" data-voice={voice}>
      <p className="opinion-who">
        {submitted || own ? <Link to={to}>{name}</Link> : <span>{name}</span>}
        <VoiceTag voice={voice} />
        {!submitted && (
          <span className={late ? "due-date due-red small" : "muted small"}>
            {late ? t("opinion.overdue") : t("opinion.dueOn")} <DateText value={dueOn} now={now} />
          </span>
        )}
        {files > 0 && (
          <Link className="small" to={`${to}#files`}>
            {t("opinion.filesCount", { count: files })}
          </Link>
        )}
        {submitted && late && <span className="muted small">{t("opinion.cameLate")}</span>}
      </p>
      {terms && (
        <p className="opinion-terms as-written">
          <span className="muted">{t(voice === "disagree" ? "opinion.reason" : "opinion.conditions")}</span>{" "}
          <Words text={terms} />
        </p>
      )}
      {text && (
        <p className="opinion-text as-written">
          <Words text={text} />
        </p>
      )}
    </li>
  );
}
