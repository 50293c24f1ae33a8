import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parts } from "../gallery/parts";
import { takePictures } from "../gallery/pictures.js";
import { serveGallery } from "../gallery/serve.js";

it("writes a picture of every part in both languages and both themes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "huishang-pictures-"));
  const gallery = await serveGallery(0);
  try {
    const count = await takePictures(gallery.origin, folder);
    const expected = Object.keys(parts).flatMap((part) =>
      ["zh-CN", "en"].flatMap((language) =>
        ["light", "dark"].map((theme) => `${part}.${language}.${theme}.png`),
      ),
    );
    expect(readdirSync(folder).sort()).toEqual(expected.sort());
    expect(count).toBe(expected.length);
    for (const name of expected) expect(statSync(join(folder, name)).size, name).toBeGreaterThan(0);
  } finally {
    await gallery.close();
    rmSync(folder, { recursive: true });
  }
});
