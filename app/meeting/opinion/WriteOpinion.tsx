import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { Meanwhile, type OvertakenAnswer } from "~/ui/form/Meanwhile";
import { PlainRadios } from "~/ui/form/PlainRadios";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { OnceForm } from "~/ui/OnceForm";
import { TypedProvider } from "~/ui/typed";
import { isPosition, positions } from "./opinion";
import { longestOpinion, longestTerms, opinionShown } from "./opinionForm";
import type { OpinionPage } from "./showOpinion.server";

/** Props of {@link WriteOpinion}. */
export interface WriteOpinionProps {
  draft: NonNullable<OpinionPage["draft"]>;
  /** It was submitted before: what is submitted now takes its place. */
  again: boolean;
  answer?: OvertakenAnswer;
  /** What is lacking in a field for it to be submitted. */
  wrong?: { field: string; sentence: string };
}

/** For the unit itself: writes its opinion, saves it for later, submits it in the unit's name. */
export function WriteOpinion({ draft, again, answer, wrong }: WriteOpinionProps) {
  const { t } = useTranslation();
  const labels = { position: t("opinion.position"), terms: t("opinion.terms"), text: t("opinion.text") };
  return (
    <OnceForm className="form stack" key={draft.version}>
      <Meanwhile
        now={opinionShown(draft)}
        labels={labels}
        say={(name, value) =>
          name === "position" && isPosition(value) ? t(`opinion.voice.${value}`) : value
        }
        answer={answer}
      />
      <TypedProvider value={answer?.typed ?? {}}>
        <PlainRadios
          name="position"
          label={labels.position}
          options={positions.map((value) => ({ value, label: t(`opinion.voice.${value}`) }))}
          defaultValue={draft.position ?? undefined}
          inline
          wrong={wrong?.field === "position" ? wrong.sentence : undefined}
        />
        <PlainTextArea
          name="terms"
          label={labels.terms}
          hint={t("opinion.termsHint")}
          defaultValue={draft.terms}
          maxLength={longestTerms}
          optional={false}
          wrong={wrong?.field === "terms" ? wrong.sentence : undefined}
        />
        <PlainTextArea
          name="text"
          label={labels.text}
          defaultValue={draft.text}
          maxLength={longestOpinion}
          rows={8}
        />
      </TypedProvider>
      <div className="form-actions">
        <Button variant="primary" name="intent" value="submit">
          {t(again ? "opinion.submitAgain" : "opinion.submit")}
        </Button>
        <Button name="intent" value="save">
          {t("opinion.save")}
        </Button>
      </div>
      <p className="field-hint">{t("opinion.submitHint")}</p>
    </OnceForm>
  );
}
