import { useSearchParams } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { Meanwhile } from "~/ui/form/Meanwhile";
import { PlainSelect } from "~/ui/form/PlainSelect";
import { OnceForm } from "~/ui/OnceForm";
import { TypedProvider, useRefusedForm } from "~/ui/typed";
import { topicShown } from "./agendaForm";
import { waitingOn } from "./Proposals";
import { atEnd } from "./proposalForm";
import type { AgendaPage } from "./showAgenda.server";
import type { AgendaPageLine } from "./shownLines.server";

interface Props {
  page: AgendaPage;
  line: AgendaPageLine;
}

function WordFields({ line, typed }: { line: AgendaPageLine; typed?: Record<string, string> }) {
  const { t } = useTranslation();
  const { title, presenter, minutesAllotted } = { ...line, ...typed };
  return (
    <>
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
    </>
  );
}

/** Where a proposal would have the entry come; the places next to it are its own. */
function PlaceField({ page, line }: Props) {
  const { t } = useTranslation();
  const at = page.lines.findIndex(({ id }) => id === line.id);
  const others = page.lines.filter((_, place) => place !== at && place !== at + 1);
  const options = others.map(({ id, title }) => ({
    value: id,
    label: t("proposal.placeBefore", { title: title || t("session.untitled") }),
  }));
  const end = at === page.lines.length - 1 ? [] : [{ value: atEnd, label: t("proposal.placeEnd") }];
  return (
    <PlainSelect
      name="place"
      label={t("proposal.place")}
      blank={t("proposal.placeStays")}
      options={[...options, ...end]}
    />
  );
}

/**
 * Folds open in the row: title, presenter and minutes of an entry. Who may not change them any more proposes them, and
 * another place, in the same form.
 */
export function ChangeTopic({ page, line }: Props) {
  const { t } = useTranslation();
  const [asked] = useSearchParams();
  const fold = useRef<HTMLDetailsElement>(null);
  const intent = line.rewords ? "change" : "propose";
  const refused = useRefusedForm({ intent, topicId: line.id });
  const own = waitingOn(page, line.id).filter(({ isMine }) => isMine);
  const words = [line.title, line.presenter, line.minutesAllotted, ...own.map(({ at }) => at)].join("|");
  const first = useRef(words);
  useEffect(() => {
    // What was saved, or sent, folds shut.
    if (fold.current && !refused && words !== first.current) fold.current.open = false;
    first.current = words;
  }, [words, refused]);
  const open = refused !== undefined || asked.get("propose") === line.id;
  return (
    <details className="agenda-change" ref={fold} open={open || undefined}>
      <summary className="btn btn-quiet btn-small">
        {intent === "change" ? t("session.agenda.change") : t("proposal.open")}
      </summary>
      <OnceForm className="fold-form" preventScrollReset key={words}>
        <input type="hidden" name="topicId" value={line.id} />
        {intent === "propose" && <p className="field-hint wide">{t("proposal.hint")}</p>}
        <Meanwhile
          now={topicShown(line)}
          labels={{
            title: t("session.agenda.topicTitle"),
            presenter: t("session.agenda.presenter"),
            minutesAllotted: t("session.agenda.minutes"),
          }}
          answer={refused}
        />
        <WordFields line={line} typed={refused?.typed} />
        {intent === "propose" && (
          <TypedProvider value={refused?.typed ?? {}}>
            <PlaceField page={page} line={line} />
          </TypedProvider>
        )}
        <div className="form-actions">
          <Button name="intent" value={intent} size="small">
            {intent === "change" ? t("session.save") : t("proposal.submit")}
          </Button>
        </div>
      </OnceForm>
    </details>
  );
}
