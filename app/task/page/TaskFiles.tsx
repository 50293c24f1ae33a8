import type { ReactNode } from "react";
import { Attachments } from "~/file/Attachments";
import type { ShownFiles } from "~/file/fileRights";
import { useTranslation } from "~/i18n/useTranslation";
import type { TaskAct } from "~/task/permission";
import type { TaskFileKind } from "~/task/taskFileRights";
import type { ShownTask } from "./showTask.server";

interface TaskFilesProps {
  shown: ShownTask;
  now: string;
}

const isShown = ({ adds, files, removed }: ShownFiles) => adds || files.length + removed.length > 0;

/** What is attached to a task, by what it shows. */
export function TaskFiles({ shown, now }: TaskFilesProps) {
  const { t } = useTranslation();
  const { parts, milestones } = shown.files;
  const reached = milestones.filter(isShown);
  if (!parts.some(isShown) && reached.length === 0) return null;
  const textOf = (id: string) => shown.milestones.find((one) => one.id === id)?.text ?? "";
  return (
    <section className="section stack" id="files">
      <h2>{t("file.title")}</h2>
      {parts.map((part) => (
        <div key={part.kind} id={`files-${part.kind}`}>
          <Attachments
            shown={part}
            now={now}
            heading={<h3>{t(`file.kind.${part.kind as TaskFileKind}`)}</h3>}
            evidence={part.kind === "taskHandled" ? shown.resolution.evidence : undefined}
            folded
          />
        </div>
      ))}
      {reached.map((one) => (
        <Attachments
          key={one.subjectId}
          shown={one}
          now={now}
          heading={
            <h3>
              {t("file.kind.milestone")} · {textOf(one.subjectId)}
            </h3>
          }
          folded
        />
      ))}
    </section>
  );
}

const kindAt: Partial<Record<TaskAct, TaskFileKind>> = {
  progress: "taskProgress",
  claimHandled: "taskHandled",
  verifySolved: "taskVerification",
};

/** Says at an act which evidence its resolution names and how much is attached; nothing else asks for any. */
export function useFilesAtActs({ files, resolution }: ShownTask): Partial<Record<TaskAct, ReactNode>> {
  const { t } = useTranslation();
  return Object.fromEntries(
    Object.entries(kindAt).map(([act, kind]) => {
      const count = files.parts.find((part) => part.kind === kind)?.files.length ?? 0;
      const named = act === "progress" ? "" : resolution.evidence;
      return [
        act,
        <p key={act} className="field-hint">
          {named && <>{t("file.evidence", { evidence: named })} </>}
          {count > 0 && <>{t("file.attached", { count })} </>}
          <a href={`#files-${kind}`}>{t("file.toFiles")}</a>
        </p>,
      ];
    }),
  );
}
