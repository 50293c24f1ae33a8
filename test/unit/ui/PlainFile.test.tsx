// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTranslator } from "~/i18n/translate";
import { refusal } from "~/i18n/zh-CN/refusal";
import { ui } from "~/i18n/zh-CN/ui";
import type { Refusal } from "~/ledger/result";
import { PlainFile } from "~/ui/form/PlainFile";

let root: Root;
let at: HTMLElement;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  at = document.body.appendChild(document.createElement("div"));
  root = createRoot(at);
});

afterEach(() => {
  act(() => root.unmount());
  at.remove();
  vi.unstubAllGlobals();
});

const show = (why?: Refusal) =>
  act(() =>
    root.render(
      <I18nextProvider i18n={createTranslator("zh-CN", { ui, refusal })}>
        <PlainFile name="file" label="台账文件" accept=".xlsx" megabytes={1} refusal={why} />
      </I18nextProvider>,
    ),
  );

const input = () => at.querySelector("input")!;
const told = () => at.querySelector('[role="alert"]')?.textContent ?? "";

function choose(bytes: number): void {
  const file = new File([new Uint8Array(bytes)], "list.xlsx");
  Object.defineProperty(input(), "files", { value: [file], configurable: true });
  act(() => void input().dispatchEvent(new Event("change", { bubbles: true })));
}

describe("a file that is chosen", () => {
  it("is told to be too large before it is sent", async () => {
    show();
    choose(2 * 1024 * 1024);
    expect(told()).toContain("文件太大，最大 1 MB。");
    expect(input().checkValidity()).toBe(false);
    choose(10);
    expect(told()).toBe("");
    expect(input().validity.customError).toBe(false);
  });

  it("says at its field why it was not taken, until another one is chosen", () => {
    show({ code: "fileEncrypted" });
    expect(told()).toContain("设有密码");
    expect(input().getAttribute("aria-invalid")).toBe("true");
    expect(input().getAttribute("aria-describedby")).toBe(at.querySelector('[role="alert"]')!.id);
    choose(10);
    expect(told()).toBe("");
  });
});
