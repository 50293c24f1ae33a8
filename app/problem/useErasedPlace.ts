import { useTranslation } from "~/i18n/useTranslation";

/** Names a kind of place in which words stood, such as `problem.summary`. */
export function useErasedPlace(): (place: string) => string {
  const { t, hasText } = useTranslation();
  return (place) => {
    const [home = "", field = ""] = place.split(".");
    const ofProblem = `problem.field.${field}`;
    if (home === "problem" && hasText(ofProblem)) return t(ofProblem);
    const key = `erasure.home.${home === "problem" ? field : home}`;
    return hasText(key) ? t(key) : place;
  };
}
