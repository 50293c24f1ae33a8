import { useTranslation } from "~/i18n/useTranslation";
import { civilTime } from "~/ui/writtenDate";
import type { VersionFact } from "./versionLabel";

/** A moment in the district's time as one line of plain text: for choices and for what is told on hover. */
export function useMomentName(): (at: string) => string {
  const { t } = useTranslation();
  return (at) => {
    const { month, day, time } = civilTime(at, "Asia/Shanghai");
    const written = t("ui.date.months").split(" ")[month - 1];
    return t("history.moment", { month: written, day, time: time?.slice(0, 5) });
  };
}

/** What a version is called: when it was kept and why. */
export function useVersionName(): (version: VersionFact) => string {
  const { t } = useTranslation();
  const momentName = useMomentName();
  return (version) => `${momentName(version.at)} ${version.note || t(`history.label.${version.label}`)}`;
}
