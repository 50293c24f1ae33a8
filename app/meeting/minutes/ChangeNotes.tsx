import type { NamedMinutes } from "~/address/minutesAddress";
import { useTranslation } from "~/i18n/useTranslation";
import type { StoredNote } from "./changeNote";
import { wordNotes } from "./wordChangeNotes";

/** The change notes behind the paper of the minutes; each keeps its own number and hash. */
export function PaperNotes(props: {
  notes: readonly StoredNote[];
  /** The minutes behind which they stand. */
  behind: NamedMinutes | null;
  office: string;
}) {
  const { notes, behind, office } = props;
  const { t, i18n } = useTranslation();
  if (notes.length === 0) return null;
  const worded = wordNotes(notes, behind, t, i18n.language);
  return (
    <section className="paper-notes" id="change-notes" aria-label={t("correction.note.title")}>
      {worded.map((note) => (
        <section className="paper-note" key={note.anchor} id={note.anchor}>
          <h3 className="paper-note-title">{note.title}</h3>
          <div className="paper-body">
            <p className="paper-note-about">{note.about}</p>
            {note.paragraphs.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a text made anew on every load
              <p key={at}>{line}</p>
            ))}
          </div>
          <p className="paper-note-sign">
            <span>{office}</span>
            <span>{note.date}</span>
          </p>
          <p className="paper-note-hash">{note.hash}</p>
        </section>
      ))}
    </section>
  );
}
