import { useTranslation } from "~/i18n/useTranslation";

/** The post of somebody who comes, and instead of whom they do. */
export function PersonFacts({ title, insteadOf }: { title: string; insteadOf: string }) {
  const { t } = useTranslation();
  if (!title && !insteadOf) return null;
  return (
    <span className="unit-part">
      {title}
      {title && insteadOf && t("session.comma")}
      {insteadOf && t("reply.insteadOf", { name: insteadOf })}
    </span>
  );
}
