import { Link } from "@remix-run/react";
import { problemAddress } from "~/address/problems";
import { useTranslation } from "~/i18n/useTranslation";
import { MarkedText } from "./MarkedText";
import { SharedMatter } from "./SharedMatter";
import { SimilarTopics } from "./SimilarTopics";
import type { SimilarProblem } from "./similarProblems.server";
import { wordsToMark } from "./wordsToMark";

type Shown = Omit<SimilarProblem, "problem"> & { number: string; title: string };

/** Problems like the one that is read, each with why, and with the meetings that dealt with it. */
export function SimilarProblems({ problems }: { problems: readonly Shown[] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <section className="section">
      <h2>{t("problem.page.similar")}</h2>
      <ul className="divided">
        {problems.map((one) => (
          <li key={one.number}>
            <Link to={problemAddress(one.number)} className="num">
              {one.number}
            </Link>{" "}
            <MarkedText text={one.title} words={wordsToMark(one)} />
            <SharedMatter concepts={one.concepts} />
            <SimilarTopics topics={one.topics} />
          </li>
        ))}
      </ul>
    </section>
  );
}
