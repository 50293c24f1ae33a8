import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { StateTag, type Tone } from "~/ui/StateTag";

const tones: Tone[] = ["neutral", "info", "good", "warn", "bad", "official"];
const shapeOf = (markup: string) => /data-shape="(\w+)"/.exec(markup)?.[1];

describe("StateTag", () => {
  it.each(tones)("shows %s as word and shape, not by colour alone", (tone) => {
    const markup = renderToStaticMarkup(<StateTag tone={tone}>逾期</StateTag>);
    expect(markup).toContain("逾期");
    expect(shapeOf(markup)).toBeDefined();
    expect(markup).toContain(`tone-${tone}`);
  });

  it("gives every tone a shape of its own", () => {
    const shapes = tones.map((tone) => shapeOf(renderToStaticMarkup(<StateTag tone={tone}>x</StateTag>)));
    expect(new Set(shapes).size).toBe(tones.length);
  });

  it("takes another shape", () => {
    const markup = renderToStaticMarkup(
      <StateTag tone="warn" shape="pause">
        挂账
      </StateTag>,
    );
    expect(shapeOf(markup)).toBe("pause");
  });
});
