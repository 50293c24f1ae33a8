import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { createTranslator } from "~/i18n/translate";
import { holdRequests } from "~/ui/heldRequests";

const load = { "zh-CN": () => import("~/i18n/zh-CN"), en: () => import("~/i18n/en") };

async function hydrate() {
  const language = document.documentElement.lang === "en" ? "en" : "zh-CN";
  const { default: texts } = await load[language]();
  const translator = createTranslator(language, texts);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={translator}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

holdRequests(window);
hydrate();
