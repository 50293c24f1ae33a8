import { deskHandbookAddress, type HandbookAddress } from "~/address/handbook";
import { useTranslation } from "~/i18n/useTranslation";
import { ChapterList } from "./ChapterList";
import { ChapterText } from "./ChapterText";
import type { Chapter, ChapterName } from "./chapter";

/** Props of {@link ChapterPage}. */
export interface ChapterPageProps {
  chapter: Chapter;
  names: readonly ChapterName[];
  base: HandbookAddress;
  /** The chapter written for whoever reads. */
  own?: string;
}

function Contents({ chapter }: { chapter: Chapter }) {
  const { t } = useTranslation();
  return (
    <nav className="handbook-contents no-print" aria-label={t("handbook.contents")}>
      <h2>{t("handbook.contents")}</h2>
      <ul>
        {chapter.contents.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
      <p className="handbook-to-chapters">
        <a href="#chapters">{t("handbook.chapters")}</a>
      </p>
    </nav>
  );
}

/** One chapter: its contents, its text, and the way to the others. The page's head stands above it. */
export function ChapterPage({ chapter, names, base, own }: ChapterPageProps) {
  // A page of work is wide enough to have them beside the text.
  const beside = base === deskHandbookAddress;
  return (
    <div className="handbook" data-beside={beside ? "" : undefined}>
      <Contents chapter={chapter} />
      <ChapterText chapter={chapter} />
      <ChapterList names={names} base={base} current={chapter.key} own={own} />
    </div>
  );
}
