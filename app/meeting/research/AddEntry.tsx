import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { OnceForm } from "~/ui/OnceForm";
import { longestNote } from "./researchForm";

/** Writes a note on a visit. */
export function AddEntry() {
  const { t } = useTranslation();
  return (
    <OnceForm className="stack-tight no-print" preventScrollReset>
      <PlainTextArea
        name="text"
        label={t("research.newNote")}
        maxLength={longestNote}
        rows={4}
        required
        wide
      />
      <div className="form-actions">
        <Button variant="primary" name="intent" value="addEntry">
          {t("research.addNote")}
        </Button>
      </div>
    </OnceForm>
  );
}
