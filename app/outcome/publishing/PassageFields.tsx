import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { PlainTextArea } from "~/ui/form/PlainTextArea";
import { useTyped } from "~/ui/typed";
import { useHydrated } from "~/ui/useHydrated";
import { LookedAt } from "./LookedAt";
import { withdrawalLimit } from "./publicationForm";

/** Asks which passages are left out, one a line; with script, what is selected in the text is taken by a press. */
export function PassageFields({ take, required }: { take: () => void; required?: boolean }) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  return (
    <div className="stack-tight">
      <PlainTextArea
        name="passages"
        label={t("outcome.look.passages")}
        hint={t(hydrated ? "outcome.look.passagesSelect" : "outcome.look.passagesHint")}
        rows={2}
        required={required}
      />
      {hydrated && (
        <div>
          {/* Pressed with the pointer, it must not take the selection away before it is read. */}
          <Button type="button" size="small" onMouseDown={(event) => event.preventDefault()} onClick={take}>
            {t("outcome.look.takeSelected")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Asks why something is left out, in words for residents. */
export function PublicReasonField({ label, required }: { label?: string; required?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="stack-tight">
      <PlainTextArea
        name="reason"
        label={label ?? t("outcome.look.reason")}
        hint={t(required ? "outcome.publish.reasonHint" : "outcome.look.reasonHint")}
        rows={2}
        maxLength={withdrawalLimit}
        required={required}
      />
      <LookedAt text={useTyped("reason")} />
    </div>
  );
}
