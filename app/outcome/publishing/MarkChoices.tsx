import { useTranslation } from "~/i18n/useTranslation";
import { ChoiceInputs } from "~/ui/form/ChoiceSet";
import { choiceValue, isOpen, type KeyedMark, markChoices } from "./look";

/** Props of {@link MarkChoices}. */
export interface MarkChoicesProps {
  text: string;
  marks: readonly KeyedMark[];
  /** Of all marks of the topic, in the order in which the form sends them. */
  places: ReadonlyMap<string, number>;
  topicId: string;
  chosen: readonly string[];
}

/** Asks of each mark in a text whether it is left out; what is sure is answered already. */
export function MarkChoices({ text, marks, places, topicId, chosen }: MarkChoicesProps) {
  const { t } = useTranslation();
  return marks.map((mark) => {
    const place = places.get(mark.key)!;
    const id = `mark-${topicId}-${place}`;
    return (
      <fieldset key={mark.key} className="mark-choice" data-open={isOpen(mark) ? "" : undefined}>
        <legend>
          <mark data-as={isOpen(mark) ? "open" : "stands"}>{text.slice(mark.start, mark.end)}</mark>{" "}
          <span className="muted">
            {t(`outcome.mark.kind.${mark.kind}`)}
            {isOpen(mark) && t("outcome.look.possible")}
          </span>
        </legend>
        <ChoiceInputs
          inline
          options={markChoices.map((choice) => ({
            value: choiceValue(mark, choice),
            label: t(`outcome.look.choice.${choice}`),
          }))}
          input={({ value }, at) => ({
            type: "radio",
            id: `${id}-${at}`,
            name: `choices[${place}]`,
            value,
            required: true,
            defaultChecked: chosen.includes(value),
          })}
        />
      </fieldset>
    );
  });
}
