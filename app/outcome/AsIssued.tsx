import { useTranslation } from "~/i18n/useTranslation";
import { LeftOutText } from "./LeftOutText";

/** The language of what was issued, where it is not the page's own: for voices, fonts and line breaks. */
export function useIssuedLanguage(): "zh-CN" | undefined {
  return useTranslation().i18n.language === "zh-CN" ? undefined : "zh-CN";
}

/** Words as they were issued: in Chinese on the English page too, with a mark where something is left out. */
export function AsIssued({ children }: { children: string }) {
  return (
    <span lang={useIssuedLanguage()}>
      <LeftOutText text={children} />
    </span>
  );
}

/** Says once on a page that the words of decisions stay in the language they were issued in. */
export function IssuedLanguageNote() {
  const { t, i18n } = useTranslation();
  if (i18n.language === "zh-CN") return null;
  return <p className="muted">{t("outcome.issuedInChinese")}</p>;
}
