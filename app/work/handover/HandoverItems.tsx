import { Link } from "@remix-run/react";
import { named } from "~/i18n/language";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { DateText } from "~/ui/DateText";
import { PlainSelect } from "~/ui/form/PlainSelect";
import { PlainText } from "~/ui/form/PlainText";
import { OnceForm } from "~/ui/OnceForm";
import { StateTag } from "~/ui/StateTag";
import { Words } from "~/ui/Words";
import type { HandoverLine, HandoverPage } from "./showHandover.server";
import "./handover.css";

function What({ line }: { line: HandoverLine }) {
  const { t } = useTranslation();
  const meetingName = useMeetingName();
  const { kind, name, title, meeting, to } = line;
  const called = (
    <>
      {title && !meeting && (
        <>
          <Words text={title} />{" "}
        </>
      )}
      {meeting ? meetingName(meeting) : <span className="num">{name}</span>}
    </>
  );
  return (
    <p>
      <span className="muted small">{t(`handover.kind.${kind}`)}</span>{" "}
      {to ? <Link to={to}>{called}</Link> : called}
    </p>
  );
}

/** What was said of a thing, and whether it was taken note of. */
function Said({ line, now }: { line: HandoverLine; now: string }) {
  const { t, i18n } = useTranslation();
  const { said } = line;
  if (!said) return <StateTag tone="warn">{t("handover.unsaid")}</StateTag>;
  const post = `${named(said.post.unit, i18n.language)} ${named(said.post.title, i18n.language)}`;
  return (
    <div className="small">
      <p>{t(`handover.said.${said.goesTo}`, { post })}</p>
      {said.note && <p className="as-written">{said.note}</p>}
      {said.confirmed && (
        <p className="muted">
          {t("handover.confirmedBy", { name: said.confirmed.by })}{" "}
          <DateText value={said.confirmed.at} now={now} />
        </p>
      )}
    </div>
  );
}

function useChoices({ choices }: HandoverPage) {
  const { t, i18n } = useTranslation();
  const deputy = choices.deputy && named(choices.deputy, i18n.language);
  return [
    { value: "stays", label: t("handover.to.stays") },
    { value: "successor", label: t("handover.to.successor") },
    ...(deputy ? [{ value: "deputy", label: t("handover.to.deputy", { post: deputy }) }] : []),
    ...choices.posts.map(({ id, title, unit }) => ({
      value: id,
      label: named(title, i18n.language),
      group: named(unit, i18n.language),
    })),
  ];
}

const chosenOf = ({ said }: HandoverLine) => (said?.goesTo === "post" ? said.post.id : said?.goesTo);

/** Everything open, each with where it goes and a word; sent together, as far as one has come. */
export function HandoverForm({ page }: { page: HandoverPage }) {
  const { t } = useTranslation();
  const choices = useChoices(page);
  const unsaid = page.lines.filter(({ said }) => !said).length;
  return (
    <OnceForm className="stack">
      <input type="hidden" name="holdingId" value={page.id} />
      <ul className="handover-lines">
        {page.lines.map((line, at) => (
          <li key={line.key} className="handover-line">
            <div>
              <What line={line} />
              {!line.said && <Said line={line} now={page.now} />}
              <input type="hidden" name={`items[${at}].key`} value={line.key} />
            </div>
            <PlainSelect
              name={`items[${at}].to`}
              label={t("handover.goesTo")}
              defaultValue={chosenOf(line) ?? ""}
              options={choices}
              optional={false}
            />
            <PlainText
              name={`items[${at}].note`}
              label={t("handover.note")}
              defaultValue={line.said?.note ?? ""}
              maxLength={500}
            />
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <Button variant="primary" name="intent" value="say">
          {t("handover.save")}
        </Button>
        {unsaid > 0 && (
          <Button name="intent" value="restStays">
            {t("handover.restStays", { count: unsaid })}
          </Button>
        )}
      </div>
    </OnceForm>
  );
}

/** What was handed over, as it was said. */
export function HandoverRead({ page }: { page: HandoverPage }) {
  return (
    <ul className="handover-lines">
      {page.lines.map((line) => (
        <li key={line.key} className="handover-line">
          <What line={line} />
          <Said line={line} now={page.now} />
        </li>
      ))}
    </ul>
  );
}
