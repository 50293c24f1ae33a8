import { useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { addedKinds } from "~/meeting/conduct/topic";
import { Button } from "~/ui/Button";
import { OnceForm } from "~/ui/OnceForm";
import { useRefusedForm } from "~/ui/typed";

/** Adds an entry that comes from no street's list. */
export function AddTopic() {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const { state, formData } = useNavigation();
  const adding = state === "loading" && formData?.get("intent") === "add";
  useEffect(() => {
    if (adding) form.current?.reset();
  }, [adding]);
  // An entry of the record that is put on the agenda comes with its id, and from another form.
  const refused = useRefusedForm({ intent: "add", topicId: undefined });
  return (
    <details className="fold no-print" open={refused && true}>
      <summary className="btn btn-secondary btn-small">{t("session.agenda.add")}</summary>
      <OnceForm className="fold-form fold-body" preventScrollReset ref={form}>
        <fieldset className="field wide">
          <legend className="field-label">{t("session.agenda.kind")}</legend>
          <div className="choices choices-inline">
            {addedKinds.map((kind) => (
              <div className="choice" key={kind}>
                <input
                  type="radio"
                  id={`add-${kind}`}
                  name="kind"
                  value={kind}
                  defaultChecked={kind === (refused?.typed.kind ?? "siteVisit")}
                />
                <label htmlFor={`add-${kind}`}>{t(`session.kind.${kind}`)}</label>
              </div>
            ))}
          </div>
        </fieldset>
        <div className="field wide">
          <label className="field-label" htmlFor="add-title">
            {t("session.agenda.topicTitle")}
          </label>
          <input
            className="input input-full"
            id="add-title"
            name="title"
            defaultValue={refused?.typed.title}
            required
            maxLength={200}
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor="add-presenter">
            {t("session.agenda.presenter")}
            <span className="field-optional">{t("ui.optional")}</span>
          </label>
          <input
            className="input"
            id="add-presenter"
            name="presenter"
            defaultValue={refused?.typed.presenter}
            maxLength={100}
          />
        </div>
        <div className="form-actions">
          <Button name="intent" value="add">
            {t("session.agenda.addSubmit")}
          </Button>
        </div>
      </OnceForm>
    </details>
  );
}
