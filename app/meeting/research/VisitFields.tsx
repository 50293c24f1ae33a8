import { useCodeNames } from "~/i18n/useCodeNames";
import { useTranslation } from "~/i18n/useTranslation";
import { PlainSelect } from "~/ui/form/PlainSelect";
import { PlainText } from "~/ui/form/PlainText";
import { longestPeople, longestTitle } from "./researchForm";
import type { VisitChoices } from "./showResearch.server";

/** Props of {@link VisitFields}. */
export interface VisitFieldsProps {
  choices: VisitChoices;
  /** As the visit stands; of a new one, its day. */
  now: {
    kind?: string;
    title?: string;
    date: string;
    people?: string;
    problemIds?: readonly string[];
    topicIds?: readonly string[];
  };
}

/** What is said of a visit: which kind, where, when, who, and what it concerns. */
export function VisitFields({ choices, now }: VisitFieldsProps) {
  const { t } = useTranslation();
  const { nameOf } = useCodeNames("research");
  const kinds = now.kind && !choices.kinds.includes(now.kind) ? [now.kind, ...choices.kinds] : choices.kinds;
  return (
    <>
      <PlainSelect
        name="kind"
        label={t("research.kind")}
        options={kinds.map((value) => ({ value, label: nameOf(value) }))}
        blank={null}
        defaultValue={now.kind ?? kinds[0]}
      />
      <PlainText name="date" type="date" label={t("research.date")} defaultValue={now.date} required />
      <PlainText
        name="title"
        label={t("research.place")}
        defaultValue={now.title}
        maxLength={longestTitle}
        size="full"
        wide
        required
      />
      <PlainText
        name="people"
        label={t("research.people")}
        hint={t("research.peopleHint")}
        defaultValue={now.people}
        maxLength={longestPeople}
        size="full"
        wide
      />
      <Matters {...{ choices, now }} />
    </>
  );
}

function Matters({ choices, now }: VisitFieldsProps) {
  const { t } = useTranslation();
  const { problems, topics } = choices;
  const boxes = [
    ...problems.map((one) => ({ ...one, name: "problemId", on: now.problemIds?.includes(one.id) })),
    ...topics.map((one) => ({ ...one, name: "topicId", on: now.topicIds?.includes(one.id) })),
  ];
  if (boxes.length === 0) return null;
  return (
    <fieldset className="field wide">
      <legend className="field-label">{t("research.matters")}</legend>
      <div className="choices research-matters">
        {boxes.map(({ id, name, number, title, on }) => (
          <div className="choice" key={id}>
            <input type="checkbox" id={`matter-${id}`} name={name} value={id} defaultChecked={on} />
            <label htmlFor={`matter-${id}`}>
              {number && <span className="num muted">{number}</span>} {title}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
