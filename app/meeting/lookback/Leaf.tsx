import { Link, useNavigate } from "@remix-run/react";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { OnceForm } from "~/ui/OnceForm";
import { useShortcut } from "~/ui/useShortcut";
import { neighbours, progressOf } from "./nextToState";
import type { ShownLookBack } from "./showLookBack.server";

/** Props of {@link Leaf}. */
export interface LeafProps {
  shown: ShownLookBack;
  /** The task in sight. */
  number: string;
}

/** Leads to the task before and after; whoever holds the meeting turns the hall to the one in sight. */
export function Leaf({ shown, number }: LeafProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tasks, can } = shown;
  const { previous, next } = neighbours(tasks, number);
  const at = tasks.findIndex((task) => task.number === number) + 1;
  useShortcut("ArrowLeft", () => previous && navigate(`?task=${previous}`));
  useShortcut("ArrowRight", () => next && navigate(`?task=${next}`));
  return (
    <nav className="leaf" aria-label={t("task.lookBack.leaf")}>
      {previous ? (
        <Link rel="prev" to={`?task=${previous}`} aria-keyshortcuts="ArrowLeft">
          <span aria-hidden="true">← </span>
          {t("task.lookBack.previous")}
        </Link>
      ) : (
        <span />
      )}
      <div className="leaf-place">
        <span className="num">
          {t("task.lookBack.position", { at, of: tasks.length })}{" "}
          <span className="muted">{t("task.lookBack.statedSoFar", { count: progressOf(tasks).stated })}</span>
        </span>
        {can.state && shown.now !== number && (
          <OnceForm>
            <input type="hidden" name="intent" value="call" />
            <input type="hidden" name="number" value={number} />
            <Button size="small">{t("task.lookBack.turnTo")}</Button>
          </OnceForm>
        )}
      </div>
      {next ? (
        <Link rel="next" to={`?task=${next}`} aria-keyshortcuts="ArrowRight">
          {t("task.lookBack.next")}
          <span aria-hidden="true"> →</span>
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
