import type { Actor } from "~/access/actor";
import type { Translate } from "~/i18n/textKey";

/** Which meeting's files are gathered, for whom. */
export interface ArchiveAsked {
  actor: Actor;
  slug: string;
  now: string;
  /** The Chinese words of the papers. */
  words: Translate;
}

/** One file of an archive: made for it, or lying among the attached files. */
export interface ArchivePart {
  /** With its folder, such as `材料/1 路灯/说明.docx`. */
  name: string;
  content: Uint8Array | { stored: string; bytes: number };
}

/** A file of an archive as its list names it. */
export interface ListedPart {
  name: string;
  sha256: string;
  bytes: number;
}
