import { useLocation } from "@remix-run/react";
import { useTranslation } from "~/i18n/useTranslation";

const languages = [
  { tag: "zh-CN", name: "中文" },
  { tag: "en", name: "English" },
];

/** The same page in the other language. Plain links: the whole page changes, its lang attribute too. */
export function LanguageLinks({ language }: { language: string }) {
  const { t } = useTranslation();
  const { search } = useLocation();
  const address = (tag: string) => {
    const query = new URLSearchParams(search);
    query.set("lang", tag);
    return `?${query}`;
  };
  return (
    <nav className="languages" aria-label={t("ui.frame.language")}>
      {languages.map(({ tag, name }) => (
        <a
          key={tag}
          href={address(tag)}
          lang={tag}
          hrefLang={tag}
          aria-current={tag === language ? "true" : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}
