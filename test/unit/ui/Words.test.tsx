// @vitest-environment jsdom
import { createRemixStub } from "@remix-run/testing";
import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { expect, it, vi } from "vitest";
import { ui } from "~/i18n/en/ui";
import { createTranslator } from "~/i18n/translate";
import { DataTable } from "~/ui/DataTable";
import { PageHead } from "~/ui/PageHead";
import { erasedMark } from "~/value/erasedMark";

const title = `${erasedMark}限行影响收割`;

function Page() {
  return (
    <>
      <PageHead title={title} />
      <DataTable
        caption="Tasks"
        columns={[{ key: "title", head: "Title", cell: (row: string) => row }]}
        rows={[title]}
        rowKey={(row) => row}
        rowHref={() => "/"}
      />
    </>
  );
}
const Stub = createRemixStub([{ path: "/", Component: Page }]);

it("says in the reader's language that words were erased, in the heads of pages and in tables", async () => {
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  root.render(
    <I18nextProvider i18n={createTranslator("en", { ui })}>
      <Stub />
    </I18nextProvider>,
  );
  await vi.waitFor(() => expect(place.querySelector("h1")).not.toBeNull());
  const shown = `${ui.erased}限行影响收割`;
  expect(place.querySelector("h1")!.textContent).toBe(shown);
  expect(place.querySelector("tbody th")!.textContent).toBe(shown);
  expect(place.textContent).not.toContain(erasedMark);
  root.unmount();
});
