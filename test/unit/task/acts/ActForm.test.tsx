// @vitest-environment jsdom
import { createRemixStub } from "@remix-run/testing";
import { createRoot, type Root } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createTranslator } from "~/i18n/translate";
import { task } from "~/i18n/zh-CN/task";
import { ui } from "~/i18n/zh-CN/ui";
import { ActForm, type ActingOn } from "~/task/acts/ActForm";
import type { TaskAct } from "~/task/permission";

const now = "2026-12-01T01:00:00.000Z";

const byItsStreet: ActingOn = {
  dueDate: "2026-10-20",
  milestones: [],
  witnesses: [],
  verifier: "区会商办",
  overseer: "东街道",
  silentWitness: null,
};

let shown: { act: TaskAct; on: ActingOn };
const Stub = createRemixStub([{ path: "/", Component: Page }]);
function Page() {
  return <ActForm {...shown} now={now} />;
}

let root: Root;
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

/** What the form of an act says, as its page has it. */
async function written(act: TaskAct, on: ActingOn = byItsStreet): Promise<string> {
  shown = { act, on };
  const place = document.body.appendChild(document.createElement("div"));
  root = createRoot(place);
  root.render(
    <I18nextProvider i18n={createTranslator("zh-CN", { ui, task })}>
      <Stub />
    </I18nextProvider>,
  );
  await vi.waitFor(() => expect(place.querySelector("form")).not.toBeNull());
  return place.innerHTML;
}

describe("the form of an act on a task", () => {
  it("names who verifies and who strikes off", async () => {
    expect(await written("claimHandled")).toContain("报办结后由区会商办到现场核查");
    expect(await written("verifySolved")).toContain("核查属实后由东街道销号");
  });

  it("calls a witness who must be named by no means optional", async () => {
    const [, witness] = (await written("verifySolved")).split("见证人");
    expect(witness!.slice(0, 80)).not.toContain("选填");
  });

  it("offers no day for a longer time that has passed", async () => {
    expect(await written("askExtension")).toContain('min="2026-12-02"');
    expect(await written("askExtension", { ...byItsStreet, dueDate: "2026-12-24" })).toContain(
      'min="2026-12-25"',
    );
  });

  it("says before the end that the witness has not answered", async () => {
    const silent = { ...byItsStreet, silentWitness: "王五" };
    expect(await written("strikeOff", silent)).toContain("见证人王五尚未确认");
    expect(await written("strikeOff")).not.toContain("尚未确认");
  });
});
