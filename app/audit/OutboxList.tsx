import { Link } from "@remix-run/react";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DateText } from "~/ui/DateText";
import { OnceForm } from "~/ui/OnceForm";
import { StateTag } from "~/ui/StateTag";
import type { FailedStep } from "./showOutbox.server";

/** Steps that have failed: what, since when, why, and what will be or can be done. */
export function OutboxList({ steps, now }: { steps: readonly FailedStep[]; now: string }) {
  return (
    <ul className="divided">
      {steps.map((step) => (
        <OutboxItem key={step.sequence} step={step} now={now} />
      ))}
    </ul>
  );
}

function OutboxItem({ step, now }: { step: FailedStep; now: string }) {
  const { t, hasText, i18n } = useTranslation();
  const { sequence, kind, subject, name, since, attempts, error, nextAt } = step;
  const key = `ledger.outbox.kind.${kind}`;
  const what = hasText(key) ? t(key) : kind;
  const thing = name ? named(name, i18n.language) : subject;
  return (
    <li className="stack-tight">
      <p>
        <StateTag tone={nextAt ? "warn" : "bad"}>
          {nextAt ? t("ledger.outbox.again") : t("ledger.outbox.givenUp")}
        </StateTag>{" "}
        {what} {name?.to ? <Link to={name.to}>{thing}</Link> : thing}
      </p>
      <p className="small muted">
        {t("ledger.outbox.since")} <DateText value={since} now={now} withTime /> ·{" "}
        {t("ledger.outbox.attempts", { number: attempts })}
        {nextAt && (
          <>
            {" · "}
            {t("ledger.outbox.next")} <DateText value={nextAt} now={now} withTime />
          </>
        )}
      </p>
      <p className="small">
        {t("ledger.outbox.error")} <code>{error}</code>
      </p>
      {!nextAt && (
        <div className="cluster">
          <OnceForm>
            <input type="hidden" name="sequence" value={sequence} />
            <Button size="small" name="intent" value="retry">
              {t("ledger.outbox.retry")}
              <span className="visually-hidden"> {`${what} ${thing}`}</span>
            </Button>
          </OnceForm>
          <ConfirmButton
            label={t("ledger.outbox.drop")}
            consequence={t("ledger.outbox.dropText", { what: `${what} ${thing}` })}
            size="small"
            variant="quiet"
            name="intent"
            value="drop"
            hidden={{ sequence: String(sequence) }}
            action=""
          />
        </div>
      )}
    </li>
  );
}
