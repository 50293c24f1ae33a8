import { useTranslation } from "~/i18n/useTranslation";
import { StateTag } from "~/ui/StateTag";
import { Words } from "~/ui/Words";
import type { TopicTimeKept } from "./progress";

const isOver = ({ plannedMinutes, seconds }: TopicTimeKept) =>
  plannedMinutes !== null && seconds !== null && seconds > plannedMinutes * 60;

/** What the topics of a meeting took, beside what was planned; nothing before its session is closed. */
export function TopicTimes({ times }: { times: readonly TopicTimeKept[] }) {
  const { t } = useTranslation();
  if (times.length === 0) return null;
  const minutes = (count: number | null) => (count === null ? "—" : t("session.minutesCount", { count }));
  const real = (seconds: number | null) =>
    minutes(seconds === null ? null : Math.max(1, Math.round(seconds / 60)));
  const planned = times.reduce((sum, one) => sum + (one.plannedMinutes ?? 0), 0);
  const spent = times.reduce((sum, one) => sum + (one.seconds ?? 0), 0);
  return (
    <section className="section">
      <h2>{t("meeting.times.title")}</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("meeting.times.topic")}</th>
            <th scope="col">{t("meeting.times.planned")}</th>
            <th scope="col">{t("meeting.times.real")}</th>
          </tr>
        </thead>
        <tbody>
          {times.map((one) => (
            <tr key={one.topicId}>
              <td>
                <Words text={one.title} />
              </td>
              <td className="num">{minutes(one.plannedMinutes)}</td>
              <td className="num">
                {real(one.seconds)}{" "}
                {isOver(one) && <StateTag tone="warn">{t("meeting.times.over")}</StateTag>}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("meeting.times.total")}</th>
            <td className="num">{minutes(planned)}</td>
            <td className="num">{real(spent || null)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
