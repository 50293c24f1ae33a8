import { useTranslation } from "~/i18n/useTranslation";
import type { PostHeld } from "./postsHeld.server";

/** Says who has a post: its holders, who stands in for them, or that it is vacant. */
export function useWhoHas(): (post: Pick<PostHeld, "holders" | "standIns">) => string {
  const { t } = useTranslation();
  return ({ holders, standIns }) => {
    const instead = standIns.map(({ name }) => t("unit.standIn.named", { name }));
    const held = holders.length > 0 ? holders : [t("unit.table.vacant")];
    return [...held, ...instead].join(t("ui.filter.and"));
  };
}
