// @vitest-environment jsdom
import { createRemixStub } from "@remix-run/testing";
import { createRoot, type Root } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createTranslator } from "~/i18n/translate";
import { sketch } from "~/i18n/zh-CN/sketch";
import { ui } from "~/i18n/zh-CN/ui";
import { ArrangeSketch } from "~/unit/sketch/ArrangeSketch";
import type { SketchView } from "~/unit/sketch/showSketch.server";

const area = (slug: string, x: number) => ({
  ...{ id: slug, slug, name: { zh: slug, en: slug }, shortZh: slug },
  ...{ x, y: 0, width: 300, height: 200 },
});

const view = {
  street: { slug: "dong", name: { zh: "东街道", en: "Dong" } },
  areas: [area("first", 0), area("second", 100), area("third", 200)],
  version: 1,
  can: { arrange: true },
} as unknown as SketchView;

let shown: string | null;
const Stub = createRemixStub([{ path: "/", Component: Page }]);
function Page() {
  return <ArrangeSketch view={view} chosen={shown} />;
}

let root: Root;
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

/** The sketch with one community chosen. */
async function drawn(chosen: string | null): Promise<SVGElement> {
  shown = chosen;
  const place = document.body.appendChild(document.createElement("div"));
  root = createRoot(place);
  root.render(
    <I18nextProvider i18n={createTranslator("zh-CN", { ui, sketch })}>
      <Stub />
    </I18nextProvider>,
  );
  await vi.waitFor(() => expect(place.querySelector("svg")).not.toBeNull());
  return place.querySelector("svg")!;
}

const drawnLast = (svg: SVGElement) => [...svg.querySelectorAll("title")].at(-1)?.textContent;

describe("arranging a sketch", () => {
  it("draws the community that is chosen over its neighbours", async () => {
    expect(drawnLast(await drawn("first"))).toBe("first");
  });

  it("draws the community that has the focus over them, and leaves the focus on it", async () => {
    const svg = await drawn(null);
    expect(drawnLast(svg)).toBe("third");
    const second = svg.querySelectorAll<SVGElement>("[role=button]")[1]!;
    second.focus();
    await vi.waitFor(() => expect(drawnLast(svg)).toBe("second"));
    expect(document.activeElement).toBe(second);
    expect(svg.querySelectorAll("[role=button]")).toHaveLength(3);
  });
});
