import { Link } from "@remix-run/react";
import { offerAddress } from "~/address/resources";
import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { typedAmount } from "~/meeting/resource/resource";
import { resourceLimits } from "~/meeting/resource/resourceForm";
import type { Takeable } from "~/meeting/resource/showNeed.server";
import type { ShownOffer } from "~/meeting/resource/shownResource";
import { useAmounts } from "~/meeting/resource/useAmounts";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { PlainText } from "~/ui/form/PlainText";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { OnceForm } from "~/ui/OnceForm";
import { TypedProvider, useRefusedForm } from "~/ui/typed";
import { Words } from "~/ui/Words";

/** Props of {@link OfferLines}. */
export interface OfferLinesProps {
  offers: readonly (ShownOffer | Takeable)[];
  /** The reader answers for the need: takes so much of an offer, or not. */
  answers?: "take" | "takeOrDecline";
}

/** Offers, each with who gives, how much is left, until when and on which conditions. */
export function OfferLines({ offers, answers }: OfferLinesProps) {
  return (
    <ul className="resource-lines">
      {offers.map((offer) => (
        <li key={offer.id}>
          <OfferLine offer={offer} />
          {answers && "proposed" in offer && (
            <div className="resource-acts no-print">
              <Take offer={offer} />
              {answers === "takeOrDecline" && offer.left === offer.amount && <Decline offer={offer} />}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** One offer in words. */
export function OfferLine({ offer }: { offer: ShownOffer }) {
  const { t, i18n } = useTranslation();
  const { amount, days, kind } = useAmounts();
  const { number, unit, behalfOf, words, conditions, left } = offer;
  const name = named(unit, i18n.language);
  return (
    <>
      <p>
        <strong>{behalfOf ? t("resource.behalf", { unit: name, name: behalfOf }) : name}</strong>{" "}
        {kind(offer.kind)} <span className="num">{amount(offer)}</span>{" "}
        {left < offer.amount && (
          <span className="num">
            {t("resource.offer.left", { amount: amount({ ...offer, amount: left }) })}
          </span>
        )}{" "}
        <span className="muted">{days(offer)}</span>
      </p>
      <p className="as-written small">
        <Words text={words} />
        {conditions && (
          <>
            {" "}
            <span className="muted">{t("resource.field.conditions")}</span> <Words text={conditions} />
          </>
        )}
      </p>
      <p className="small muted">
        <Link className="num" to={offerAddress(number)}>
          {number}
        </Link>
      </p>
    </>
  );
}

function Take({ offer }: { offer: Takeable }) {
  const { t, i18n } = useTranslation();
  const hidden = { intent: "accept", offer: offer.id };
  const refused = useRefusedForm(hidden);
  return (
    <OnceForm className="resource-take" preventScrollReset>
      <input type="hidden" name="offer" value={offer.id} />
      <TypedProvider value={refused?.typed ?? {}}>
        <PlainText
          name="amount"
          label={t("resource.answer.acceptAmount")}
          defaultValue={typedAmount({ ...offer, amount: offer.proposed }, i18n.language)}
          size="short"
          required
          maxLength={resourceLimits.amount}
        />
      </TypedProvider>
      <Button size="small" variant="primary" name="intent" value="accept">
        {t("resource.answer.accept")}
      </Button>
    </OnceForm>
  );
}

function Decline({ offer }: { offer: ShownOffer }) {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      variant="secondary"
      size="small"
      label={t("resource.answer.decline")}
      consequence={<p>{t("resource.answer.declineText")}</p>}
      action=""
      name="intent"
      value="decline"
      hidden={{ offer: offer.id }}
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
