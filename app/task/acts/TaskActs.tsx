import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/useTranslation";
import type { TaskAct } from "~/task/permission";
import { ActForm, type ActingOn } from "./ActForm";
import "./acts.css";

/** Props of {@link TaskActs}. */
export interface TaskActsProps {
  acts: readonly TaskAct[];
  on: ActingOn;
  now: string;
  /** What else stands at an act, above its form. */
  besides?: Partial<Record<TaskAct, ReactNode>>;
  /** What the action answered to the form of `sent`. */
  sent?: string;
  reply?: SubmissionResult<string[]>;
}

/** What this person can do with the task now: the likeliest open, the others folded, or all folded if only rare ones are left. */
export function TaskActs({ acts, on, now, besides, sent, reply }: TaskActsProps) {
  const { t } = useTranslation();
  if (acts.length === 0) return null;
  const open = acts.find((act) => act === sent) ?? likeliest(acts);
  return (
    <section className="section acts" aria-labelledby="acts-title">
      <h2 id="acts-title">{t("task.acts.title")}</h2>
      {acts.map((act) => (
        <details key={act} className="act" id={`act-${act}`} open={act === open}>
          <summary>{t(`task.act.${act}`)}</summary>
          {besides?.[act]}
          <ActForm act={act} on={on} now={now} reply={act === sent ? reply : undefined} />
        </details>
      ))}
    </section>
  );
}

const rare: readonly TaskAct[] = ["askExtension", "block", "suspend", "sendToRework", "denyWitness"];

function likeliest(acts: readonly TaskAct[]): TaskAct | undefined {
  return acts.find((act) => !rare.includes(act));
}
