import type { FormEvent } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { OnceForm } from "~/ui/OnceForm";
import { longestNote } from "./researchForm";
import type { VisitOutbox } from "./useVisitOutbox";

/** Writes a note on a visit. With script the phone keeps it before it is sent, so that it needs no network. */
export function AddEntry({ outbox }: { outbox: VisitOutbox }) {
  const { t } = useTranslation();
  function keep(event: FormEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    const text = String(new FormData(form).get("text") ?? "").trim();
    // Where the phone keeps nothing the form is sent as any other.
    if (outbox.failed || text === "") return;
    event.preventDefault();
    void outbox.addNote(text).then((kept) => kept && form.reset());
  }
  return (
    <OnceForm className="stack-tight no-print" preventScrollReset onSubmit={keep}>
      <PlainTextArea
        name="text"
        label={t("research.newNote")}
        hint={t("research.offlineHint")}
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
