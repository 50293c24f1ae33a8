import type { MouseEvent } from "react";
import { fileAddress } from "~/address/files";
import { dayOf } from "~/calendar/day";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import type { ShownFile, ShownFiles } from "./fileRights";
import { isImage } from "./fileType";
import { TendFile } from "./TendFile";
import { writtenSize } from "./writtenSize";

/** Props of {@link FileRow}. */
export interface FileRowProps {
  shown: ShownFiles;
  file: ShownFile;
  /** Its place, from 0. */
  at: number;
  now: string;
  onOpen: (event: MouseEvent) => void;
}

/** One file: a small picture or its kind, what it is called, who brought it, and what can be done with it. */
export function FileRow({ shown, file, at, now, onOpen }: FileRowProps) {
  const { t, i18n } = useTranslation();
  const { id, name, caption, type, bytes, addedAt, addedBy } = file;
  return (
    <>
      <span className="file-look">
        {isImage(type) ? (
          <img src={fileAddress(id, "thumbnail")} alt="" loading="lazy" draggable={false} />
        ) : (
          <span className="file-kind">{type.toUpperCase()}</span>
        )}
      </span>
      <div className="file-what">
        <a className="file-open" href={fileAddress(id)} onClick={onOpen} draggable={false}>
          <span className="file-name">{caption || name}</span>
        </a>
        <p className="file-facts muted">
          {caption && <span>{name}</span>}
          <span className="num">{writtenSize(bytes, i18n.language)}</span>
          {shown.counts && file.characters !== null && (
            <span className="num">{t("file.charactersCount", { count: file.characters })}</span>
          )}
          <span>{named(addedBy, i18n.language)}</span>
          <DateText value={dayOf(addedAt)} now={now} />
        </p>
        {file.tends && <TendFile shown={shown} file={file} at={at} />}
      </div>
    </>
  );
}
