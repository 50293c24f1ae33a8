import { Link } from "@remix-run/react";
import { taskAddress } from "~/address/tasks";
import { named } from "~/i18n/language";
import { useMeetingName } from "~/i18n/meetingName";
import { useTranslation } from "~/i18n/useTranslation";
import { Button } from "~/ui/Button";
import { ButtonLink } from "~/ui/ButtonLink";
import { DateText } from "~/ui/DateText";
import { OnceForm } from "~/ui/OnceForm";
import { Words } from "~/ui/Words";
import { isOnlyRead, type WorkGroup, type WorkItem } from "./work";
import "./work.css";

/** Props of {@link WorkList}. */
export interface WorkListProps {
  groups: readonly { group: WorkGroup; items: readonly WorkItem[] }[];
  now: string;
}

const isNear = (group: WorkGroup) => group !== "later" && group !== "waiting";

/** My work: what, why me, until when, and the one thing that does it, line by line. */
export function WorkList({ groups, now }: WorkListProps) {
  const { t } = useTranslation();
  return (
    <div className="stack-wide">
      {groups.map(({ group, items }) => (
        <section key={group} className="work-group" aria-labelledby={`work-${group}`} data-group={group}>
          {/* What is not near is folded away, unless nothing else is to be done. */}
          <details open={group !== "later" || !groups.some((one) => isNear(one.group))}>
            <summary>
              <h2 id={`work-${group}`}>
                {t(`task.work.group.${group}`)} <span className="num muted">{items.length}</span>
              </h2>
            </summary>
            <ul className="work-lines">
              {items.map((item) => (
                <WorkLine key={item.key} item={item} group={group} now={now} />
              ))}
            </ul>
          </details>
        </section>
      ))}
    </div>
  );
}

function WorkLine({ item, group, now }: { item: WorkItem; group: WorkGroup; now: string }) {
  const { t, i18n } = useTranslation();
  const { unit } = item;
  return (
    <li className="work-line">
      <div className="work-what">
        <p>
          <span className="work-act">{useSentence(item)}</span> <About item={item} />
        </p>
        <p className="small muted">
          {t(`task.work.why.${item.why}`)}
          {unit && ` · ${t("task.work.waitingFor", { name: named(unit, i18n.language) })}`}
        </p>
      </div>
      <p className="work-until">
        {item.until && (
          <span className={group === "overdue" ? "due-date due-red" : undefined}>
            <DateText value={item.until} now={now} withDistance />
          </span>
        )}
      </p>
      <Act item={item} />
    </li>
  );
}

function useSentence({ what, count }: WorkItem): string {
  const { t } = useTranslation();
  return "step" in what
    ? t(`meeting.next.${what.step}`)
    : t(`task.work.what.${what.kind}`, { number: count });
}

function About({ item }: { item: WorkItem }) {
  const meetingName = useMeetingName();
  const { task, problem, meeting } = item;
  const about = task ?? problem;
  if (about)
    return (
      <Link to={item.to}>
        <Words text={about.title} /> <span className="num">{about.number}</span>
      </Link>
    );
  return meeting ? <Link to={item.to}>{meetingName(meeting)}</Link> : null;
}

function useDoing({ waiting, answered, what }: WorkItem): string {
  const { t } = useTranslation();
  if (waiting || answered) return t("task.work.look");
  if ("step" in what) return t("task.work.go");
  return isOnlyRead(what.kind) ? t("task.work.look") : t(`task.work.do.${what.kind}`);
}

function Act({ item }: { item: WorkItem }) {
  const { task, problem, press, meeting } = item;
  const meetingName = useMeetingName();
  const doing = useDoing(item);
  if (press && task)
    return (
      <OnceForm action={`${taskAddress(task.number)}?index`} className="work-do">
        <input type="hidden" name="back" value="desk" />
        <Button variant="primary" size="small" name="intent" value={press}>
          {doing}
          <span className="visually-hidden">
            {" "}
            <Words text={task.title} />
          </span>
        </Button>
      </OnceForm>
    );
  return (
    <div className="work-do">
      <ButtonLink to={item.to} size="small" variant={item.waiting || item.answered ? "quiet" : "secondary"}>
        {doing}
        <span className="visually-hidden">
          {" "}
          {task?.title ?? problem?.title ?? (meeting && meetingName(meeting))}
        </span>
      </ButtonLink>
    </div>
  );
}
