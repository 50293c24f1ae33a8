// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { createRemixStub } from "@remix-run/testing";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { expect, it, vi } from "vitest";
import { ui } from "~/i18n/en/ui";
import { createTranslator } from "~/i18n/translate";
import { DataTable } from "~/ui/DataTable";

const columns = [
  { key: "month", head: "Month", cell: (row: string) => row },
  { key: "change", head: "Change", headHidden: true, cell: () => <a href="/change">Change</a> },
];

const Stub = createRemixStub([
  {
    path: "/",
    Component: () => <DataTable caption="Plan" columns={columns} rows={["May"]} rowKey={(row) => row} />,
  },
]);

it("leaves what is pressed in a row off the paper", async () => {
  const page = document.createElement("div");
  const root = createRoot(page);
  root.render(
    <I18nextProvider i18n={createTranslator("en", { ui })}>
      <Stub />
    </I18nextProvider>,
  );
  await vi.waitFor(() => expect(page.querySelector("table")).not.toBeNull());
  const offPaper = [...page.querySelectorAll("[data-acts]")].map((cell) => cell.textContent);
  expect(offPaper).toEqual(["Change", "Change"]);
  expect(readFileSync("app/ui/styles/print.css", "utf8")).toContain(".table [data-acts],");
  root.unmount();
});
