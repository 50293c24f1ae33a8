import { useTranslation } from "~/i18n/useTranslation";
import { ChapterText } from "./ChapterText";
import type { Chapter } from "./chapter";
import "./handbook.css";

/** The whole book on one page; on paper each chapter begins on a sheet of its own. */
export function WholeBook({ chapters }: { chapters: readonly Chapter[] }) {
  const { t } = useTranslation();
  return (
    <div className="handbook-whole stack-wide">
      <nav aria-label={t("handbook.chapters")}>
        <ol>
          {chapters.map(({ key, title }) => (
            <li key={key}>
              <a href={`#${key}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {chapters.map((chapter) => (
        <section key={chapter.key} className="handbook-chapter" aria-labelledby={chapter.key}>
          <h2 id={chapter.key}>{chapter.title}</h2>
          <ChapterText chapter={chapter} />
        </section>
      ))}
    </div>
  );
}
