import { useTranslation } from "~/i18n/useTranslation";
import { StateTag } from "~/ui/StateTag";

/** Props of {@link TaskRemark}. */
export interface TaskRemarkProps {
  task: { blocked: string; reworkCount: number; escalated: boolean };
}

/** What else must be known of a task at a glance: escalated, blocked by what, sent back how often. */
export function TaskRemark({ task }: TaskRemarkProps) {
  const { t } = useTranslation();
  return (
    <>
      {task.escalated && (
        <div>
          <StateTag tone="bad" shape="square">
            {t("task.remark.escalated")}
          </StateTag>
        </div>
      )}
      {task.blocked && <div>{t("task.remark.blocked", { why: task.blocked })}</div>}
      {task.reworkCount > 0 && <div>{t("task.remark.rework", { count: task.reworkCount })}</div>}
    </>
  );
}
