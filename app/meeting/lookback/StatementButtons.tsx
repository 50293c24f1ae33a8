import type { FieldMetadata } from "@conform-to/react";
import { useRef } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { type Statement, statements } from "~/task/statement";
import { FieldErrors } from "~/ui/form/FieldErrors";
import { useShortcut } from "~/ui/useShortcut";
import { type Against, refusalOf } from "./statementForm";

/** Props of {@link StatementButtons}. */
export interface StatementButtonsProps {
  field: FieldMetadata<Statement>;
  chosen: Statement | undefined;
  against: Against;
  /** Takes what was chosen, and whether it may be said. */
  choose: (statement: Statement, allowed: boolean) => void;
}

/** The four statements, one of which is chosen; what the facts contradict is refused right there, in a sentence. */
export function StatementButtons({ field, chosen, against, choose }: StatementButtonsProps) {
  const { t } = useTranslation();
  const set = useRef<HTMLFieldSetElement>(null);
  const press = (at: number) => () => set.current?.querySelectorAll<HTMLInputElement>("input")[at]?.click();
  useShortcut("1", press(0));
  useShortcut("2", press(1));
  useShortcut("3", press(2));
  useShortcut("4", press(3));
  const wrong = chosen && refusalOf(chosen, against);
  return (
    <fieldset className="statements" id={field.id} ref={set} aria-describedby={`${field.id}-wrong`}>
      <legend className="visually-hidden">{t("task.lookBack.buttons")}</legend>
      {statements.map((statement, at) => {
        const refused = refusalOf(statement, against) !== undefined;
        return (
          <label key={statement} className="statement" data-refused={refused ? "" : undefined}>
            <input
              type="radio"
              name={field.name}
              value={statement}
              defaultChecked={chosen === statement}
              // A choice that was made already is chosen again with its key, too.
              onClick={() => choose(statement, !refused)}
              aria-keyshortcuts={String(at + 1)}
            />
            <span className="look-back-key" aria-hidden="true">
              {at + 1}
            </span>
            {t(`task.statement.${statement}`)}
          </label>
        );
      })}
      <div className="statement-wrong" id={`${field.id}-wrong`} role="alert">
        {wrong ? <p>{t(`refusal.${wrong}`)}</p> : <FieldErrors field={field} />}
      </div>
    </fieldset>
  );
}
