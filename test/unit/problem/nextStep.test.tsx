// @vitest-environment jsdom
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, it } from "vitest";
import { createTranslator } from "~/i18n/translate";
import { problem } from "~/i18n/zh-CN/problem";
import { useNextStep } from "~/problem/page/useNextStep";

type View = Parameters<typeof useNextStep>[0];

function Next({ view }: { view: View }) {
  const next = useNextStep(view);
  return `${next?.what}|${next?.who}`;
}

const nextOf = (answeredOn: string | null) => {
  const view = {
    trace: { listings: [{ id: "a", standing: "refused", open: false }], resolutions: [], topics: [] },
    units: { street: { name: { zh: "东街街道", en: "East" } } },
    answers: [{ listingId: "a", isEnded: false, answeredOn, unit: { zh: "东里居民区", en: "Dongli" } }],
  } as unknown as View;
  return renderToStaticMarkup(
    <I18nextProvider i18n={createTranslator("zh-CN", { problem })}>
      <Next view={view} />
    </I18nextProvider>,
  );
};

it("asks who owes the answer to a refusal, and nobody once it was given", () => {
  expect(nextOf(null)).toBe("不列入议程，答复反映人|东里居民区");
  expect(nextOf("2026-12-01")).toBe("已答复反映人，可再次列入清单|东街街道");
});
