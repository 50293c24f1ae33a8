import { Link } from "@remix-run/react";
import { minutesNumber, noteAddress } from "~/address/minutesAddress";
import { useTranslation } from "~/i18n/useTranslation";
import type { TaskNote } from "./notesOfTask.server";

/** What was corrected about the resolution after it was issued; the task itself is as it was. */
export function TaskNotes({ notes }: { notes: readonly TaskNote[] }) {
  const { t } = useTranslation();
  if (notes.length === 0) return null;
  return (
    <ul className="task-notes">
      {notes.map(({ number, text, slug, minutes }) => (
        <li key={`${minutesNumber(minutes)} ${number}`}>
          <Link to={noteAddress(slug, minutes, number)}>
            {minutesNumber(minutes)} {t("correction.note.number", { number })}
          </Link>
          <p className="as-written">{text}</p>
        </li>
      ))}
    </ul>
  );
}
