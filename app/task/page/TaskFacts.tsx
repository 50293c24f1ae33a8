import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { DueMark } from "~/task/DueMark";
import { TaskRemark } from "~/task/TaskRemark";
import { DateText } from "~/ui/DateText";
import type { ShownTask } from "./showTask.server";

/** Props of {@link TaskFacts}. */
export interface TaskFactsProps {
  shown: ShownTask;
  now: string;
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Who does it, where, until when and by what it is measured, as resolved. */
export function TaskFacts({ shown, now }: TaskFactsProps) {
  const { t, i18n } = useTranslation();
  const { task, resolution, lead, street, assisting } = shown;
  const name = (unit: { name: { zh: string; en: string } }) => named(unit.name, i18n.language);
  const remarkable = task.blocked !== "" || task.reworkCount > 0 || task.escalated;
  return (
    <dl className="facts">
      <Fact name={t("task.column.lead")}>{name(lead)}</Fact>
      {assisting.length > 0 && (
        <Fact name={t("task.fact.assisting")}>{assisting.map(name).join(t("task.fact.and"))}</Fact>
      )}
      <Fact name={t("task.column.street")}>{name(street)}</Fact>
      <Fact name={t("task.column.due")}>
        <DueMark task={task} now={now} />
      </Fact>
      {remarkable && (
        <Fact name={t("task.column.remark")}>
          <TaskRemark task={task} />
        </Fact>
      )}
      {resolution.measure && <Fact name={t("task.fact.measure")}>{resolution.measure}</Fact>}
      {resolution.evidence && <Fact name={t("task.fact.evidence")}>{resolution.evidence}</Fact>}
      <Fact name={t("task.fact.resource")}>
        {t(`task.resource.${resolution.resourceKind}`)}
        {resolution.resourceText && ` ${resolution.resourceText}`}
      </Fact>
      {resolution.checkBackDate && (
        <Fact name={t("task.fact.checkBack")}>
          <DateText value={resolution.checkBackDate} now={now} />
        </Fact>
      )}
    </dl>
  );
}
