import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { FoldForm } from "~/ui/form/FoldForm";
import { PlainText } from "~/ui/form/PlainText";
import type { OpinionsPage } from "./showOpinions.server";

/** For who holds the meeting: asks units that are called to it about one topic, until a day. */
export function AskOpinions({ page, topicId }: { page: OpinionsPage; topicId: string }) {
  const { t, i18n } = useTranslation();
  const asked = new Set(
    page.topics.find(({ id }) => id === topicId)?.opinions.map(({ unitId }) => unitId) ?? [],
  );
  const left = page.units.filter(({ id }) => !asked.has(id));
  if (left.length === 0) return null;
  return (
    <FoldForm
      label={t("opinion.ask")}
      hidden={{ intent: "ask", topicId }}
      submit={<Button>{t("opinion.askSubmit")}</Button>}
    >
      <fieldset className="field wide">
        <legend className="field-label">{t("opinion.units")}</legend>
        <div className="choices opinion-units">
          {left.map(({ id, name, proposed }) => (
            <div className="choice" key={id}>
              <input
                type="checkbox"
                id={`ask-${topicId}-${id}`}
                name="unitId"
                value={id}
                defaultChecked={proposed}
              />
              <label htmlFor={`ask-${topicId}-${id}`}>{named(name, i18n.language)}</label>
            </div>
          ))}
        </div>
      </fieldset>
      <PlainText
        name="dueOn"
        type="date"
        label={t("opinion.until")}
        defaultValue={page.dueOn}
        max={page.lastDay}
        required
      />
    </FoldForm>
  );
}
