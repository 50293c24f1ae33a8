import { createRemixStub } from "@remix-run/testing";
import { createContext, type ReactNode, useContext, useEffect, useRef } from "react";
import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import en from "~/i18n/en";
import { createTranslator } from "~/i18n/translate";
import zhCN from "~/i18n/zh-CN";
import type { State } from "./part";
import { parts } from "./parts";
import type { Place } from "./place";

const translators = { "zh-CN": createTranslator("zh-CN", zhCN), en: createTranslator("en", en) };

const Content = createContext<ReactNode>(null);
const Sample = () => <>{useContext(Content)}</>;

/** The page that a sample stands on: an address that answers forms and may have failed. */
const Page = createRemixStub([
  { id: "page", path: "*", Component: Sample, ErrorBoundary: Sample, action: () => null },
]);

function SamplePage({ state, language }: { state: State; language: Place["language"] }) {
  const { show, query = "", answer, failure } = state;
  const content = show({ language, say: (chinese, english) => (language === "en" ? english : chinese) });
  // What the router takes for the answer of a page that could not be loaded.
  const error = failure && { status: failure, statusText: "", data: "", internal: false };
  return (
    <I18nextProvider i18n={translators[language]}>
      <Content.Provider value={content}>
        <Page
          initialEntries={[`/${query}`]}
          hydrationData={{ actionData: { page: answer }, errors: error ? { page: error } : undefined }}
        />
      </Content.Provider>
    </I18nextProvider>
  );
}

/** One state of a part. Calls `onShown` when it stands as it should be seen. */
export function Stage({ place, onShown }: { place: Place; onShown: () => void }) {
  const { part = "", state: name = "", language } = place;
  const state = parts[part]?.[name];
  const stage = useRef<HTMLDivElement>(null);
  const latest = useRef(onShown);
  latest.current = onShown;
  useEffect(() => {
    if (stage.current) state?.first?.(stage.current);
    // What was done first is drawn in the next frame, and may then be on its way to its place.
    requestAnimationFrame(() =>
      requestAnimationFrame(async () => {
        await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
        latest.current();
      }),
    );
  }, [state]);
  if (!state) return <p>There is no such state.</p>;
  const sample = <SamplePage state={state} language={language} />;
  const className = state.whole ? undefined : "stage";
  if (!state.still)
    return (
      <div ref={stage} className={className}>
        {sample}
      </div>
    );
  // What the server sends, with no script to bring it to life.
  const __html = renderToString(sample);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made in the line above
  return <div ref={stage} className={className} dangerouslySetInnerHTML={{ __html }} />;
}
