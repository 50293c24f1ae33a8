import { useCodeNames } from "~/i18n/useCodeNames";
import { ResidentAnswers } from "~/problem/answer/ResidentAnswers";
import type { ProblemView } from "./showProblem.server";

/** What whoever raised it was told of a refusal, beside the reason that the office gave. */
export function ProblemAnswers({ view, now }: { view: ProblemView; now: string }) {
  const { nameOf } = useCodeNames("refusalReasons");
  const said = view.trace.listings.map(({ id, decisionCode, decisionText }) => {
    return [id, { reason: decisionCode && nameOf(decisionCode), text: decisionText }] as const;
  });
  return <ResidentAnswers answers={view.answers} said={Object.fromEntries(said)} now={now} />;
}
