import { dateParts } from "~/calendar/writtenDate";
import { useTranslation } from "~/i18n/useTranslation";
import type { VersionFact } from "./versionLabel";

/** A moment in the district's time as one line of plain text: for choices and for what is told on hover. */
export function useMomentName(): (at: string) => string {
  const { t, i18n } = useTranslation();
  return (at) => {
    const { month, day: meeting, time } = dateParts(at, i18n.language);
    return t("history.moment", { month, day: meeting, time: time?.slice(0, 5) });
  };
}

/** What a version is called: when it was kept and why. */
export function useVersionName(): (version: VersionFact) => string {
  const { t } = useTranslation();
  const momentName = useMomentName();
  return (version) => `${momentName(version.at)} ${version.note || t(`history.label.${version.label}`)}`;
}
