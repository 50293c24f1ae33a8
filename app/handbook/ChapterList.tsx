import { chapterAddress, type HandbookAddress, wholeHandbookAddress } from "~/address/handbook";
import { useTranslation } from "~/i18n/useTranslation";
import { PublicLink } from "~/ui/PublicLink";
import { type ChapterName, chapterGroups } from "./chapter";
import "./handbook.css";

/** Props of {@link ChapterList}. */
export interface ChapterListProps {
  names: readonly ChapterName[];
  base: HandbookAddress;
  /** The chapter that is open. */
  current?: string;
  /** The chapter written for whoever reads. */
  own?: string;
  /** Says of each what it is about. */
  tells?: boolean;
}

function ChapterLine({ name, props }: { name: ChapterName; props: ChapterListProps }) {
  const { t } = useTranslation();
  const { base, current, own, tells } = props;
  return (
    <li>
      <PublicLink
        to={chapterAddress(base, name.key)}
        aria-current={name.key === current ? "page" : undefined}
      >
        {name.title}
      </PublicLink>
      {name.key === own && <span className="muted small"> {t("handbook.own")}</span>}
      {tells && <p className="muted">{name.about}</p>}
    </li>
  );
}

/** All chapters in their groups. */
export function ChapterList(props: ChapterListProps) {
  const { t } = useTranslation();
  return (
    <nav className="handbook-chapters no-print" id="chapters" aria-label={t("handbook.chapters")}>
      <h2 className={props.tells ? "visually-hidden" : undefined}>{t("handbook.chapters")}</h2>
      {chapterGroups.map((group) => (
        <section key={group}>
          <h3>{t(`handbook.group.${group}`)}</h3>
          <ul>
            {props.names
              .filter((name) => name.group === group)
              .map((name) => (
                <ChapterLine key={name.key} name={name} props={props} />
              ))}
          </ul>
        </section>
      ))}
      <p>
        <PublicLink to={wholeHandbookAddress(props.base)}>{t("handbook.whole")}</PublicLink>
      </p>
    </nav>
  );
}
