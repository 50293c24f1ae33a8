import { useEffect, useRef } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { OnceForm } from "~/ui/OnceForm";
import { useRefusedForm } from "~/ui/typed";
import { topicShown } from "./agendaForm";
import type { AgendaPageLine } from "./showAgenda.server";

/** Folds open in the row: title, presenter and minutes of an entry. */
export function ChangeTopic({ line }: { line: AgendaPageLine }) {
  const { t } = useTranslation();
  const fold = useRef<HTMLDetailsElement>(null);
  const refused = useRefusedForm({ intent: "change", topicId: line.id });
  const words = `${line.title}|${line.presenter}|${line.minutesAllotted}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was saved folds shut
  useEffect(() => {
    if (fold.current && !refused) fold.current.open = false;
  }, [words]);
  const { title, presenter, minutesAllotted } = { ...line, ...refused?.typed };
  return (
    <details className="agenda-change" ref={fold} open={refused && true}>
      <summary className="btn btn-quiet btn-small">{t("session.agenda.change")}</summary>
      <OnceForm className="fold-form" preventScrollReset key={words}>
        <input type="hidden" name="topicId" value={line.id} />
        <Meanwhile
          now={topicShown(line)}
          labels={{
            title: t("session.agenda.topicTitle"),
            presenter: t("session.agenda.presenter"),
            minutesAllotted: t("session.agenda.minutes"),
          }}
          answer={refused}
        />
        <div className="field wide">
          <label className="field-label" htmlFor={`title-${line.id}`}>
            {t("session.agenda.topicTitle")}
          </label>
          <input
            className="input input-full"
            id={`title-${line.id}`}
            name="title"
            defaultValue={title}
            required
            maxLength={200}
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor={`presenter-${line.id}`}>
            {t("session.agenda.presenter")}
          </label>
          <input
            className="input"
            id={`presenter-${line.id}`}
            name="presenter"
            defaultValue={presenter}
            maxLength={100}
          />
        </div>
        <div className="field">
          <label className="field-label" htmlFor={`minutes-${line.id}`}>
            {t("session.agenda.minutes")}
          </label>
          <input
            className="input input-short"
            id={`minutes-${line.id}`}
            name="minutesAllotted"
            type="number"
            min={1}
            max={600}
            defaultValue={minutesAllotted ?? ""}
          />
        </div>
        <div className="form-actions">
          <Button name="intent" value="change" size="small">
            {t("session.save")}
          </Button>
        </div>
      </OnceForm>
    </details>
  );
}
