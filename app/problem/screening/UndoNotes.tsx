import { Link } from "@remix-run/react";
import { useRef } from "react";
import { meetingAddress } from "~/address/meetings";
import { problemAddress } from "~/address/problems";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { Notice } from "~/ui/Notice";
import { OnceForm } from "~/ui/OnceForm";
import { useShortcut } from "~/ui/useShortcut";
import { decisionKeys } from "./screeningKeys";
import type { ScreenedView } from "./showScreening.server";
import { type UndoBar, type UndoWay, undoWays } from "./undo";

/** Takes back what this person decided last, while something else is open. */
export function UndoLast({ card }: { card: ScreenedView }) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  useShortcut(decisionKeys.undecided, () => form.current?.requestSubmit());
  return (
    <OnceForm ref={form} className="screening-last" preventScrollReset>
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="listingId" value={card.listingId} />
      <input type="hidden" name="version" value={card.version} />
      <input type="hidden" name="decision" value="undecided" />
      <input type="hidden" name="next" value={card.listingId} />
      <p role="status">
        {t("screening.last", { title: card.title, decision: t(`problem.state.${card.state}`) })}
      </p>
      <Button size="small" variant="quiet">
        {t("problem.screening.act.undecided")}
        <kbd>{decisionKeys.undecided.toUpperCase()}</kbd>
      </Button>
    </OnceForm>
  );
}

function addressOf(way: UndoWay, { month, number }: { month: string; number: string }): string {
  if (way === "problem") return problemAddress(number);
  return meetingAddress({ slug: month }, way === "day" ? undefined : way);
}

/** Says why a decision cannot be taken back any more, with the way that remains. */
export function UndoBarred({ bar, month, number }: { bar: UndoBar; month: string; number: string }) {
  const { t } = useTranslation();
  const way = undoWays[bar];
  return (
    <Notice title={t("screening.stands")}>
      <p>{t(`refusal.${bar}`)}</p>
      <p>
        <Link to={addressOf(way, { month, number })}>{t(`screening.way.${way}`)}</Link>
      </p>
    </Notice>
  );
}
