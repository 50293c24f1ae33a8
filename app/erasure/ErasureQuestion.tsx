import { useEffect, useRef } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { useErasedPlace } from "~/problem/useErasedPlace";
import { ButtonLink } from "~/ui/ButtonLink";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { OnceForm } from "~/ui/OnceForm";
import type { ErasurePreview } from "./erasurePreview";
import { RemainingPlaces } from "./RemainingPlaces";

function Choice({ choice }: Pick<ErasurePreview, "choice">) {
  const { fields, cells, passages, askedBy, legalBasis, version } = choice;
  const sent = [
    ...fields.map((field) => ["fields", field]),
    ...cells.map((cell) => ["cells", String(cell)]),
    ["passages", passages.join("\n")],
    ["askedBy", askedBy],
    ["legalBasis", legalBasis],
    ["version", String(version)],
  ] as const;
  return sent.map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ));
}

/** Says exactly what an erasure will do and what it does not reach, and asks whether to do it. */
export function ErasureQuestion({ preview }: { preview: ErasurePreview }) {
  const { t } = useTranslation();
  const nameOf = useErasedPlace();
  const head = useRef<HTMLHeadingElement>(null);
  // The form before was longer: whoever pressed its button stands at its foot.
  useEffect(() => {
    window.scrollTo(0, 0);
    head.current?.focus({ preventScroll: true });
  }, []);
  const { choice, from, entries, remains } = preview;
  return (
    <section className="section stack">
      <h2 ref={head} tabIndex={-1}>
        {t("erasure.check")}
      </h2>
      {choice.passages.length > 0 && (
        <div>
          <p>{t("erasure.checkPassages")}</p>
          <ul>
            {choice.passages.map((passage) => (
              <li key={passage} className="as-written">
                <strong>{passage}</strong>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <p>{t("erasure.checkFrom")}</p>
        <ul>
          {from.map(([place, number]) => (
            <li key={place}>{t("erasure.checkPlace", { place: nameOf(place), number })}</li>
          ))}
          {entries > 0 && <li>{t("erasure.checkEntries", { number: entries })}</li>}
          <li>{t("erasure.checkIndex")}</li>
        </ul>
      </div>
      <div>
        <p>{t("erasure.remaining")}</p>
        <RemainingPlaces remains={remains} />
      </div>
      <OnceForm>
        <Choice choice={choice} />
        <div className="cluster">
          <ConfirmButton
            label={t("erasure.submit")}
            consequence={<p>{t("erasure.consequence")}</p>}
            confirmLabel={t("erasure.confirm")}
            name="intent"
            value="erase"
          />
          <ButtonLink to="" variant="quiet">
            {t("erasure.back")}
          </ButtonLink>
        </div>
      </OnceForm>
    </section>
  );
}
