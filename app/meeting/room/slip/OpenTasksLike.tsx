import { taskAddress } from "~/address/tasks";
import { useTranslation } from "~/i18n/useTranslation";
import { useFacts, useUnitName } from "~/meeting/room/RoomFacts";
import { MarkedText } from "~/problem/MarkedText";
import { SharedMatter } from "~/problem/SharedMatter";
import { wordsToMark } from "~/problem/wordsToMark";
import { DateText } from "~/ui/DateText";
import type { LikeTask } from "./slipHelp";

function Facts({ task }: { task: LikeTask }) {
  const { date } = useFacts();
  const { t } = useTranslation();
  const unitName = useUnitName();
  return (
    <span className="muted">
      {t("room.likeTask.lead", { unit: unitName(task.leadUnitId) })}
      <DateText value={task.dueDate} now={`${date}T04:00:00Z`} />
    </span>
  );
}

/** Open tasks that a slip may repeat; they open beside the room, which stays as it is. */
export function OpenTasksLike({ tasks }: { tasks: readonly LikeTask[] }) {
  const { t } = useTranslation();
  return (
    <div className="slip-like small" aria-live="polite">
      {tasks.length > 0 && <p>{t("room.likeTask.head")}</p>}
      {tasks.map((task) => (
        <div key={task.number}>
          <p>
            <a href={taskAddress(task.number)} target="_blank" rel="noreferrer" className="num">
              {task.number}
            </a>{" "}
            <MarkedText text={task.text} words={wordsToMark(task)} />
          </p>
          <p>
            <Facts task={task} />
          </p>
          <SharedMatter concepts={task.concepts} />
        </div>
      ))}
    </div>
  );
}
