import { useTranslation } from "~/i18n/useTranslation";
import { type Span, shortened } from "./textDifference";
import "./difference.css";

/** What was put in: underlined, and said to be so for those who do not see it. */
export function Added({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <ins className="words-added">
      <span className="visually-hidden">{t("history.mark.added")}</span>
      {text}
      <span className="visually-hidden">{t("history.mark.end")}</span>
    </ins>
  );
}

/** What was taken out: struck through, and said to be so. */
export function Removed({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <del className="words-removed">
      <span className="visually-hidden">{t("history.mark.removed")}</span>
      {text}
      <span className="visually-hidden">{t("history.mark.end")}</span>
    </del>
  );
}

function Gap({ count }: { count: number }) {
  const { t } = useTranslation();
  return (
    <span className="words-gap" title={t("history.mark.left", { count })}>
      …
    </span>
  );
}

/** A text before and after in one: unchanged words, what went, what came. Long unchanged parts are left out. */
export function DifferenceWords({ spans }: { spans: readonly Span[] }) {
  return (
    <span className="diff-words">
      {shortened(spans).map((span, at) => {
        // A run of text has no other name than its place.
        const key = `${at}`;
        if (span.kind === "gap") return <Gap key={key} count={span.count} />;
        if (span.kind === "added") return <Added key={key} text={span.text} />;
        if (span.kind === "removed") return <Removed key={key} text={span.text} />;
        return <span key={key}>{span.text}</span>;
      })}
    </span>
  );
}

/** How insertions and deletions are marked on this page. */
export function DifferenceLegend() {
  const { t } = useTranslation();
  return (
    <p className="diff-legend small muted">
      <ins className="words-added">{t("history.legend.added")}</ins>
      <del className="words-removed">{t("history.legend.removed")}</del>
      <span>{t("history.legend.gap")}</span>
    </p>
  );
}
