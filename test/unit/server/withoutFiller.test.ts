import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { withoutFiller } from "~/withoutFiller.server";

it("takes out what React fills its blocks with, wherever a character is cut", async () => {
  const bytes = Buffer.from("主办街镇");
  const blocks = [
    Buffer.concat([bytes.subarray(0, 3), Buffer.alloc(2)]),
    bytes.subarray(3, 7),
    bytes.subarray(7),
  ];
  expect(await text(Readable.from(blocks).pipe(withoutFiller()))).toBe("主办街镇");
});
