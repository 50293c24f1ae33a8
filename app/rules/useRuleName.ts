import type { TextKey } from "~/i18n/textKey";
import { useTranslation } from "~/i18n/useTranslation";

/** Names a rule by its path, such as `window.cutOffDay` or `lists.classes`, with the group in which it stands. */
export function useRuleName(): (path: string) => { label: string; group: string } {
  const { t } = useTranslation();
  return (path) => {
    const [group, name] = path.split(".") as [string, string];
    if (group === "lists") return { label: t(`rules.list.${name}` as TextKey), group: t("rules.lists") };
    return {
      label: t(`plan.rules.field.${path}` as TextKey),
      group: t(`plan.rules.group.${group}` as TextKey),
    };
  };
}
