// @vitest-environment jsdom
import { createRemixStub } from "@remix-run/testing";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { expect, it, vi } from "vitest";
import { createTranslator } from "~/i18n/translate";
import { opinion } from "~/i18n/zh-CN/opinion";
import { ui } from "~/i18n/zh-CN/ui";
import { WriteOpinion } from "~/meeting/opinion/WriteOpinion";

const draft = { position: "agreeIf" as const, terms: "", text: "", version: 1 };

function Page() {
  const wrong = { field: "terms", sentence: "请写明条件。" };
  return (
    <I18nextProvider i18n={createTranslator("zh-CN", { ui, opinion })}>
      <WriteOpinion draft={draft} again={false} wrong={wrong} />
    </I18nextProvider>
  );
}

it("says at the field what is lacking for the opinion to be submitted", () => {
  const Stub = createRemixStub([{ path: "/", Component: Page }]);
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  act(() => root.render(<Stub initialEntries={["/"]} />));
  const terms = document.querySelector<HTMLTextAreaElement>("textarea[name=terms]")!;
  expect(terms.getAttribute("aria-invalid")).toBe("true");
  const says = (terms.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .map((id) => document.getElementById(id)?.textContent);
  expect(says.join(" ")).toContain("请写明条件。");
  expect(document.querySelector("textarea[name=text]")!.getAttribute("aria-invalid")).toBeNull();
  act(() => root.unmount());
  vi.unstubAllGlobals();
});
