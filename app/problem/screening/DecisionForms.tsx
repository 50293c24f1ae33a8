import { useRef } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { OnceForm } from "~/ui/OnceForm";
import { useShortcut } from "~/ui/useShortcut";
import type { Decision } from "./decision";
import { decisionKeys, nextUndecided } from "./screeningKeys";
import type { ScreenedView } from "./showScreening.server";

/** Props of every decision about the opened problem. */
export interface DecisionProps {
  card: ScreenedView;
  rows: readonly ScreenedView[];
  decision: Decision;
}

/** What every decision sends unseen; `next` is the problem that opens afterwards. */
export function DecisionSent({ card, rows, decision }: DecisionProps) {
  const next = decision === "undecided" ? card.listingId : nextUndecided(rows, card.listingId);
  return (
    <>
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="listingId" value={card.listingId} />
      <input type="hidden" name="version" value={card.version} />
      <input type="hidden" name="decision" value={decision} />
      <input type="hidden" name="next" value={next ?? ""} />
    </>
  );
}

/** What a decision is called, with its key. */
export function DecisionWords({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`problem.screening.act.${decision}`)}
      <kbd>{decisionKeys[decision].toUpperCase()}</kbd>
    </>
  );
}

/** A decision that is taken at once. */
export function PlainDecision(props: DecisionProps & { primary?: boolean }) {
  const form = useRef<HTMLFormElement>(null);
  useShortcut(decisionKeys[props.decision], () => form.current?.requestSubmit());
  return (
    <OnceForm ref={form} preventScrollReset>
      <DecisionSent {...props} />
      <Button variant={props.primary ? "primary" : "secondary"}>
        <DecisionWords decision={props.decision} />
      </Button>
    </OnceForm>
  );
}
