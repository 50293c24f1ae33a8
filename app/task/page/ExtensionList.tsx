import { useTranslation } from "~/i18n/useTranslation";
import { DateText } from "~/ui/DateText";
import { StateTag, type Tone } from "~/ui/StateTag";
import type { ShownTask } from "./showTask.server";

const tones: Record<ShownTask["extensions"][number]["state"], Tone> = {
  waiting: "warn",
  granted: "good",
  refused: "bad",
};

/** Props of {@link ExtensionList}. */
export interface ExtensionListProps {
  extensions: ShownTask["extensions"];
  now: string;
}

/** Every extension asked for: from when to when, why, and what was answered. */
export function ExtensionList({ extensions, now }: ExtensionListProps) {
  const { t } = useTranslation();
  if (extensions.length === 0) return null;
  return (
    <section className="section" aria-labelledby="extensions-title">
      <h2 id="extensions-title">{t("task.extension.title")}</h2>
      <ul className="divided">
        {extensions.map((one) => (
          <li key={one.id} className="stack-tight">
            <p className="cluster">
              <span>
                <DateText value={one.fromDate} now={now} /> → <DateText value={one.toDate} now={now} />
              </span>
              <StateTag tone={tones[one.state]}>{t(`task.extension.${one.state}`)}</StateTag>
            </p>
            <p className="as-written">{one.reason}</p>
            {one.decisionText && (
              <p className="muted">{t("task.extension.answer", { text: one.decisionText })}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
