import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { DateText } from "~/ui/DateText";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { OnceForm } from "~/ui/OnceForm";
import { useRefusedForm } from "~/ui/typed";
import { Words } from "~/ui/Words";
import { longestNote } from "./researchForm";
import type { ShownEntry, VisitPage } from "./showVisit.server";

/** The notes of a visit in the order they were written, each by its own person and time. */
export function VisitEntries({ page }: { page: VisitPage }) {
  const { t } = useTranslation();
  if (page.entries.length === 0) return <p className="muted">{t("research.noNotes")}</p>;
  return (
    <ol className="visit-entries">
      {page.entries.map((entry) => (
        <Entry key={entry.id} entry={entry} now={page.now} edits={page.choices !== null} />
      ))}
    </ol>
  );
}

function Entry({ entry, now, edits }: { entry: ShownEntry; now: string; edits: boolean }) {
  const { t, i18n } = useTranslation();
  const { person, post, writtenAt, editedAt, text } = entry;
  return (
    <li className="visit-entry" id={`entry-${entry.id}`}>
      <p className="small muted">
        {named(post, i18n.language)} {person} · <DateText value={writtenAt} now={now} withTime />
        {editedAt && ` · ${t("research.edited")}`}
      </p>
      <p className="as-written">
        <Words text={text} />
      </p>
      {edits && <EditEntry entry={entry} />}
    </li>
  );
}

function EditEntry({ entry }: { entry: ShownEntry }) {
  const { t } = useTranslation();
  const { id, version, text } = entry;
  const refused = useRefusedForm({ intent: "editEntry", entryId: id });
  return (
    <details className="fold no-print" open={refused && true} key={version}>
      <summary className="btn btn-quiet btn-small">{t("research.editNote")}</summary>
      <OnceForm className="fold-form fold-body" preventScrollReset>
        <input type="hidden" name="entryId" value={id} />
        <Meanwhile
          now={{ version, values: { text } }}
          labels={{ text: t("research.note") }}
          answer={refused}
        />
        <PlainTextArea
          name="text"
          label={t("research.note")}
          defaultValue={refused?.typed.text ?? text}
          maxLength={longestNote}
          rows={4}
          wide
          required
        />
        <div className="form-actions">
          <Button name="intent" value="editEntry">
            {t("session.save")}
          </Button>
        </div>
      </OnceForm>
    </details>
  );
}
