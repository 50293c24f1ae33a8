import { named } from "~/i18n/language";
import { useTranslation } from "~/i18n/useTranslation";
import { SpotShown } from "~/problem/fact/SpotShown";
import { ProblemFacts } from "~/problem/ProblemFacts";
import { Words } from "~/ui/Words";
import type { ProblemView } from "./showProblem.server";

/** The words of whoever raised a problem, the street's summary, and its facts. */
export function ProblemStatement({ view, now }: { view: ProblemView; now: string }) {
  const { t, i18n } = useTranslation();
  const { problem, units } = view;
  const name = (unit: ProblemView["units"]["street"]) => (unit ? named(unit.name, i18n.language) : null);
  const facts = {
    ...problem,
    community: name(units.community),
    sees: name(units.sees),
    power: name(units.power),
    concerned: units.concerned.map((unit) => named(unit.name, i18n.language)),
  };
  return (
    <section className="section stack">
      <h2>{t("problem.page.words")}</h2>
      {problem.originalWording ? (
        <blockquote className="as-written prose">
          <Words text={problem.originalWording} />
        </blockquote>
      ) : (
        <p className="muted">{t("problem.page.noWords")}</p>
      )}
      {problem.summary && (
        <p className="as-written prose">
          <Words text={problem.summary} />
        </p>
      )}
      <ProblemFacts facts={facts} now={now} />
      <SpotShown areas={view.sketch} problem={problem} small />
    </section>
  );
}
