import { dayOf } from "~/calendar/day";
import { useTranslation } from "~/i18n/useTranslation";
import type { Tone } from "~/ui/StateTag";
import { Timeline } from "~/ui/Timeline";
import { AsIssued } from "./AsIssued";
import type { Happening } from "./happenings";
import "./outcome.css";
import { writtenMonth } from "~/calendar/writtenDate";

const tones: Partial<Record<Happening["kind"], Tone>> = {
  published: "good",
  verifySolved: "good",
  sendToRework: "warn",
  withdrawn: "bad",
};

/** What happened to a matter since it was decided, in order of time. */
export function HappeningList({ happenings, now }: { happenings: readonly Happening[]; now: string }) {
  const { t } = useTranslation();
  return (
    <Timeline
      label={t("outcome.matter.happened")}
      now={now}
      entries={happenings.map((happening) => ({
        key: happening.key,
        at: dayOf(happening.at),
        what: <What happening={happening} />,
        body: <Words happening={happening} />,
        tone: tones[happening.kind],
      }))}
    />
  );
}

function What({ happening }: { happening: Happening }) {
  const { t, i18n } = useTranslation();
  if (happening.kind === "lookBack") {
    const month = writtenMonth(happening.month, i18n.language);
    return (
      <>{t("outcome.happened.lookBack", { month, stands: t(`outcome.lookBack.${happening.statement}`) })}</>
    );
  }
  return <>{t(`outcome.happened.${happening.kind}`)}</>;
}

function Words({ happening }: { happening: Happening }) {
  const { t } = useTranslation();
  if (happening.kind === "published")
    return (
      <p className="happening-words">
        <AsIssued>{happening.text}</AsIssued>
      </p>
    );
  if (happening.kind === "withdrawn")
    return (
      <p>
        {t("outcome.why")}
        <AsIssued>{happening.reason}</AsIssued>
      </p>
    );
  return null;
}
