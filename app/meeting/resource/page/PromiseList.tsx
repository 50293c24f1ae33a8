import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { offerAddress } from "~/address/resources";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { resourceLimits } from "~/meeting/resource/resourceForm";
import type { ShownPromise } from "~/meeting/resource/shownResource";
import { useAmounts } from "~/meeting/resource/useAmounts";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DateText } from "~/ui/DateText";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { Words } from "~/ui/Words";

/** Props of {@link PromiseList}. */
export interface PromiseListProps<Promised extends ShownPromise> {
  promises: readonly Promised[];
  now: string;
  /** Whether the reader may take one back here. */
  takesBack?: boolean;
  /** What else is said of one, such as what it serves. */
  more?: (promise: Promised) => ReactNode;
}

/** What is promised: who gives how much, from when until when; what was taken back stays, struck through, with its reason. */
export function PromiseList<Promised extends ShownPromise>(props: PromiseListProps<Promised>) {
  const { promises, now, takesBack = false, more } = props;
  const { t } = useTranslation();
  return (
    <ul className="resource-lines">
      {promises.map((promise) => (
        <li key={promise.id} id={`promise-${promise.id}`}>
          <Line promise={promise} />
          {more?.(promise)}
          <p className="small muted">
            <PromiseNumber promise={promise} /> · {t("resource.promise.acceptedOn")}{" "}
            <DateText value={promise.acceptedAt} now={now} />
          </p>
          {promise.takenBackAt && (
            <p className="small">
              {t("resource.promise.takenBack", { reason: promise.takenBackReason })}{" "}
              <DateText value={promise.takenBackAt} now={now} />
            </p>
          )}
          {takesBack && !promise.takenBackAt && <TakeBack id={promise.id} />}
        </li>
      ))}
    </ul>
  );
}

function PromiseNumber({ promise }: { promise: ShownPromise }) {
  const { number, offerNumber } = promise;
  if (!offerNumber) return <span className="num">{number}</span>;
  return (
    <Link className="num" to={offerAddress(offerNumber)}>
      {number}
    </Link>
  );
}

function Line({ promise }: { promise: ShownPromise }) {
  const { t, i18n } = useTranslation();
  const { amount, days, kind } = useAmounts();
  const { unit, behalfOf, words, conditions } = promise;
  const name = named(unit, i18n.language);
  const giver = behalfOf ? t("resource.behalf", { unit: name, name: behalfOf }) : name;
  const said = (
    <>
      <strong>{giver}</strong> {kind(promise.kind)} <span className="num">{amount(promise)}</span>{" "}
      <span className="muted">{days(promise)}</span>
    </>
  );
  return (
    <>
      <p>{promise.takenBackAt ? <s>{said}</s> : said}</p>
      <p className="as-written small">
        <Words text={words} />
        {conditions && (
          <>
            {" "}
            <span className="muted">{t("resource.field.conditions")}</span> <Words text={conditions} />
          </>
        )}
      </p>
    </>
  );
}

function TakeBack({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      variant="quiet"
      size="small"
      label={t("resource.promise.takeBack")}
      consequence={<p>{t("resource.promise.takeBackText")}</p>}
      action=""
      name="intent"
      value="takeBack"
      hidden={{ promise: id }}
    >
      <PlainTextArea
        name="reason"
        label={t("resource.field.reason")}
        required
        maxLength={resourceLimits.reason}
      />
    </ConfirmButton>
  );
}
