// @vitest-environment jsdom
import { useNavigation } from "@remix-run/react";
import { createRemixStub } from "@remix-run/testing";
import { createRoot, type Root } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTranslator } from "~/i18n/translate";
import { ui } from "~/i18n/zh-CN/ui";
import { Button } from "~/ui/Button";
import { FoldForm } from "~/ui/form/FoldForm";
import { PlainRadios } from "~/ui/form/PlainRadios";
import { PlainSelect } from "~/ui/form/PlainSelect";
import { PlainText } from "~/ui/form/PlainText";

const options = [
  { value: "a", label: "甲" },
  { value: "b", label: "乙" },
];

/** Two forms with the same intent, as a page may have them: one adds, the other has a number. */
function Page() {
  return (
    <div data-navigation={useNavigation().state}>
      <FoldForm
        label="添加"
        hidden={{ intent: "add" }}
        isMine={({ number }) => number === undefined}
        submit={<Button>提交</Button>}
      >
        <PlainText name="title" label="名称" />
        <PlainSelect name="unit" label="单位" options={options} />
        <PlainRadios name="kind" label="类型" options={options} defaultValue="a" />
      </FoldForm>
      <FoldForm label="另一个" hidden={{ intent: "add", number: "7" }} submit={<Button>提交</Button>}>
        <PlainText name="title" label="名称" />
      </FoldForm>
    </div>
  );
}

let root: Root;
let answer: (sent: Record<string, FormDataEntryValue>) => unknown;
let asked: number;
beforeEach(async () => {
  asked = 0;
  const Stub = createRemixStub([
    {
      path: "/",
      Component: Page,
      action: async ({ request }) => {
        const sent = Object.fromEntries(await request.formData());
        return answer(sent) as object | null;
      },
      loader: () => {
        asked += 1;
        return null;
      },
    },
  ]);
  const place = document.body.appendChild(document.createElement("div"));
  root = createRoot(place);
  root.render(
    <I18nextProvider i18n={createTranslator("zh-CN", { ui })}>
      <Stub hydrationData={{ loaderData: {} }} />
    </I18nextProvider>,
  );
  await vi.waitFor(() => expect(folds()).toHaveLength(2));
});
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

const folds = () => [...document.querySelectorAll("details")];
const form = (at: number) => folds()[at]!.querySelector("form")!;
const said = (at: number) =>
  Object.fromEntries([...new FormData(form(at))].filter(([name]) => name !== "intent"));

function fill() {
  form(0).querySelector<HTMLInputElement>("[name=title]")!.value = "察看";
  form(0).querySelector("select")!.value = "b";
  form(0).querySelector<HTMLInputElement>("[type=radio][value=b]")!.checked = true;
}
const filled = { title: "察看", unit: "b", kind: "b" };
const empty = { title: "", unit: "", kind: "a" };

/** Sends a form and waits until the page has been brought up to date. */
async function send(at: number) {
  const before = asked;
  form(at).querySelector("button")!.click();
  await vi.waitFor(() => {
    expect(asked).toBe(before + 1);
    expect(document.querySelector("[data-navigation=idle]")).not.toBeNull();
  });
}

const refuse = (typed: Record<string, FormDataEntryValue>) => ({
  refusal: { code: "changedMeanwhile" },
  typed,
});

describe("a form behind a button", () => {
  it("keeps every answer when it is refused, and is open", async () => {
    answer = refuse;
    fill();
    await send(0);
    expect(folds()[0]?.open).toBe(true);
    expect(said(0)).toEqual(filled);
  });

  it("is empty when it is taken, also after a refusal", async () => {
    answer = refuse;
    fill();
    await send(0);
    expect(folds()[0]?.open).toBe(true);
    answer = () => null;
    await send(0);
    expect(said(0)).toEqual(empty);
  });

  it("keeps what is half written when the other form with the same intent is taken or refused", async () => {
    for (const next of [() => null, refuse]) {
      answer = next;
      fill();
      await send(1);
      expect(said(0)).toEqual(filled);
      expect(folds()[0]?.open).toBe(false);
    }
    expect(folds()[1]?.open).toBe(true);
  });
});
