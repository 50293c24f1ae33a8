import { useTranslation } from "~/i18n/useTranslation";
import type { SharedConcept } from "~/likeness/terms";

const most = 3;

/** In which words of their own two texts tell of the same matter; nothing where they do so in the same words only. */
export function SharedMatter({ concepts }: { concepts: readonly SharedConcept[] }) {
  const { t } = useTranslation();
  if (concepts.length === 0) return null;
  const pairs = concepts.slice(0, most).map(({ one, other }) => `${one} ~ ${other}`);
  return (
    <p className="muted small">
      {t("problem.similar.sameMatter", { words: pairs.join(t("problem.similar.and")) })}
    </p>
  );
}
