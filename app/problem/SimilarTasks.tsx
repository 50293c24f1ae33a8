import { Link } from "@remix-run/react";
import { taskAddress } from "~/address/tasks";
import { useTranslation } from "~/i18n/useTranslation";
import { TaskStateTag } from "~/task/TaskStateTag";
import { MarkedText } from "./MarkedText";
import { SharedMatter } from "./SharedMatter";
import type { SimilarTask } from "./similarTasks.server";
import { wordsToMark } from "./wordsToMark";

/** Tasks whose matter is like a problem, what is still open first. */
export function SimilarTasks({ tasks }: { tasks: readonly SimilarTask[] }) {
  const { t } = useTranslation();
  if (tasks.length === 0) return null;
  return (
    <section className="section stack-tight">
      <h3>{t("problem.similar.tasks")}</h3>
      <ul className="divided">
        {tasks.map((one) => (
          <li key={one.number} className="stack-tight">
            <p className="cluster">
              <Link to={taskAddress(one.number)} className="num">
                {one.number}
              </Link>
              <TaskStateTag state={one.state} />
            </p>
            <p>
              <MarkedText text={one.title} words={wordsToMark(one)} />
            </p>
            <p className="similar-words muted">
              <MarkedText text={one.text} words={wordsToMark(one)} />
            </p>
            <SharedMatter concepts={one.concepts} />
          </li>
        ))}
      </ul>
    </section>
  );
}
