import { Link } from "@remix-run/react";
import { problemAddress } from "~/address/problems";
import { useTranslation } from "~/i18n/useTranslation";
import { SimilarProblems } from "~/problem/SimilarProblems";
import { SimilarTasks } from "~/problem/SimilarTasks";
import type { ProblemView } from "./showProblem.server";

/** What is the same matter as a problem, or like it: other problems, and tasks. */
export function ProblemsBeside({ view }: { view: ProblemView }) {
  const { t } = useTranslation();
  const { carriers, carried } = view.trace;
  const merged = [...carriers, ...carried].map((one) => ({ ...one, carries: carriers.includes(one) }));
  return (
    <>
      {merged.length > 0 && (
        <ul className="divided">
          {merged.map((one) => (
            <li key={one.number}>
              <Link to={problemAddress(one.number)}>
                {one.carries
                  ? t("problem.screening.sameAs", { number: one.number })
                  : t("problem.trace.carried", { number: one.number })}
              </Link>{" "}
              {one.title}
            </li>
          ))}
        </ul>
      )}
      <SimilarProblems problems={view.similar} />
      <SimilarTasks tasks={view.similarTasks} />
    </>
  );
}
