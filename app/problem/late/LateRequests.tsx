import { Link } from "@remix-run/react";
import { problemAddress } from "~/address/problems";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DateText } from "~/ui/DateText";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { StateTag, type Tone } from "~/ui/StateTag";
import type { LateState } from "./lateRequest";
import type { ShownLateRequest } from "./lateRequestsOf.server";

const tones: Record<LateState, Tone> = {
  waiting: "warn",
  granted: "good",
  refused: "bad",
  withdrawn: "neutral",
};

/** The office's two answers, each in one press and a confirmation. */
function Answer({ request }: { request: ShownLateRequest }) {
  const { t, i18n } = useTranslation();
  const street = named(request.street.name, i18n.language);
  const hidden = (decision: string) => ({ id: request.id, decision });
  return (
    <>
      <ConfirmButton
        variant="primary"
        size="small"
        label={t("problem.late.grant")}
        consequence={<p>{t("problem.late.grantText", { street })}</p>}
        action=""
        name="intent"
        value="answerLate"
        hidden={hidden("granted")}
      />
      <ConfirmButton
        variant="secondary"
        size="small"
        label={t("problem.late.refuse")}
        consequence={<p>{t("problem.late.refuseText")}</p>}
        action=""
        name="intent"
        value="answerLate"
        hidden={hidden("refused")}
      >
        <PlainTextArea name="text" label={t("problem.late.why")} required maxLength={500} />
      </ConfirmButton>
    </>
  );
}

function Request({
  request,
  now,
  withStreet,
}: {
  request: ShownLateRequest;
  now: string;
  withStreet: boolean;
}) {
  const { t, i18n } = useTranslation();
  const { number, title, reason, answer, answeredAt, askedAt, can, state } = request;
  return (
    <li className="stack-tight" id={`late-${number}`}>
      <p>
        <StateTag tone={tones[state]}>{t(`problem.late.state.${state}`)}</StateTag>{" "}
        <Link to={problemAddress(number)}>
          <span className="num">{number}</span> {title}
        </Link>
      </p>
      <p className="as-written">{reason}</p>
      <p className="small muted">
        {withStreet && `${named(request.street.name, i18n.language)} · `}
        <DateText value={askedAt} now={now} withTime />
      </p>
      {state !== "withdrawn" && answeredAt && (
        <p className="small">
          <DateText value={answeredAt} now={now} withTime /> {t("problem.late.answered")}
        </p>
      )}
      {answer && <p className="small as-written">{answer}</p>}
      {(can.answer || can.withdraw) && (
        <div className="form-actions no-print">
          {can.answer && <Answer request={request} />}
          {can.withdraw && (
            <ConfirmButton
              variant="secondary"
              size="small"
              label={t("problem.late.withdraw")}
              consequence={<p>{t("problem.late.withdrawText")}</p>}
              action=""
              name="intent"
              value="withdrawLate"
              hidden={{ id: request.id }}
            />
          )}
        </div>
      )}
    </li>
  );
}

/**
 * What streets ask to be taken after the window has closed, with the answers.
 * @param withStreet where the requests of several streets stand together
 */
export function LateRequests(props: {
  requests: readonly ShownLateRequest[];
  now: string;
  withStreet?: boolean;
}) {
  const { requests, now, withStreet = false } = props;
  const { t } = useTranslation();
  if (requests.length === 0) return null;
  return (
    <section className="section stack" id="late" tabIndex={-1} aria-labelledby="late-title">
      <h2 id="late-title">{t("problem.late.title", { count: requests.length })}</h2>
      <ul className="divided">
        {requests.map((request) => (
          <Request key={request.id} {...{ request, now, withStreet }} />
        ))}
      </ul>
    </section>
  );
}
