import { Form } from "@remix-run/react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { Notice } from "~/ui/Notice";
import { choiceEntries } from "./chosenColumns";
import { wordlessChoices } from "./importedRow";
import type { ImportView } from "./showImport.server";

/** Asks what becomes of rows that have a name and no resident's words; nothing is imported before. */
export function WordlessRows({ view }: { view: Extract<ImportView, { step: "rows" }> }) {
  const { t } = useTranslation();
  const { wordless, ...others } = view.choices;
  return (
    <Notice title={t("problem.import.wordless.heading", { count: view.wordless })}>
      <Form method="get" className="stack-tight">
        {choiceEntries(others).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <fieldset className="stack-tight plain-fieldset">
          <legend>{t("problem.import.wordless.question")}</legend>
          {wordlessChoices.map((one) => (
            <label key={one} className="choice">
              <input type="radio" name="wordless" value={one} defaultChecked={one === wordless} required />{" "}
              {t(`problem.import.wordless.${one}`)}
            </label>
          ))}
        </fieldset>
        <div className="form-actions">
          <Button name="step" value="rows">
            {t("problem.import.wordless.decide")}
          </Button>
        </div>
      </Form>
    </Notice>
  );
}
