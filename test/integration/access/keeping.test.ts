import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { describe, expect, it } from "vitest";
import { securityHeaders } from "~server/http/security";
import { servedWorld } from "../../builders/servedWorld";
import type { WebServer } from "../../builders/webServer";
import { addressOf } from "./addressOf";
import { routeTable } from "./routeTable";
import { whoMay } from "./whoMay";

const { world, server } = await servedWorld();

/** Sends a request with everything as it was at the beginning. */
const send: WebServer["send"] = (sent) => world.fresh(() => server.send(sent));

const readable = Object.entries(routeTable).filter(([file, { loader }]) => loader && file !== "$");
const ofWork = readable.filter(([file]) => file.startsWith("desk"));
// Pictures are shown again and again: kept by the browser of one person, and asked for each time.
const askedAgain = ["desk.files.$file.$form"];
const open = readable.filter(([, { loader }]) => loader?.visitor === "allowed");

describe("what only signed-in people see", () => {
  it.each(ofWork)("is kept by nobody: %s", async (file, entry) => {
    for (const ending of ["", ".data"]) {
      const path = addressOf(world, file, entry).replace(/(?=\?|$)/, ending);
      const { status, headers } = await send({ path, headers: { Cookie: world.cookies.office } });
      const kept = ending === "" && askedAgain.includes(file) ? "private, no-cache" : "no-store";
      expect([status < 500, headers["cache-control"]], path).toEqual([true, kept]);
    }
  });

  it("is not even said to be the same, to who has signed out or may not see it any more", async () => {
    const entry = routeTable["desk.files.$file.$form"]!;
    const path = addressOf(world, "desk.files.$file.$form", entry);
    const { headers } = await send({ path, headers: { Cookie: world.cookies.office } });
    const known = { "If-None-Match": headers.etag as string };
    const again = async (cookie: string) =>
      (await send({ path, headers: { ...known, Cookie: cookie } })).status;
    expect(await again(world.cookies.office)).toBe(304);
    expect(await again(world.cookies["street-west"])).toBe(404);
    expect(await again("")).toBe(302);
  });

  it("is kept by nobody as an answer to a form, or where it sends on", async () => {
    const headers = { Cookie: world.cookies.office, "Content-Type": "application/x-www-form-urlencoded" };
    const said = await send({ method: "POST", path: "/desk/rules?index", headers, body: "title=" });
    expect(said.headers["cache-control"]).toBe("no-store");
    expect((await send({ path: "/desk" })).headers["cache-control"]).toBe("no-store");
    expect((await send({ path: "/sign-in" })).headers["cache-control"]).toBe("no-store");
  });
});

describe("what everybody may read", () => {
  const pages = open.filter(
    ([file]) => !["sign-in", "invitation"].includes(file) && !file.startsWith("help"),
  );

  it.each(pages)("is sent once, and asked for again each time: %s", async (file, entry) => {
    const path = addressOf(world, file, entry);
    const first = await send({ path });
    expect([first.status, first.headers["cache-control"]]).toEqual([200, "public, no-cache"]);
    const sign = first.headers.etag!;
    const again = await send({ path, headers: { "If-None-Match": `"other", ${sign}` } });
    expect([again.status, again.text, again.headers.etag]).toEqual([304, "", sign]);
    const english = { "Accept-Language": "en", "If-None-Match": sign };
    expect((await send({ path, headers: english })).status).toBe(200);
  });

  it("is not kept where there is nothing", async () => {
    const { status, headers } = await send({ path: "/matters/EST-1999-0001" });
    expect([status, headers["cache-control"], headers.etag]).toEqual([404, "no-store", undefined]);
  });
});

describe("every answer", () => {
  it("takes from the page what no page here asks of a browser", async () => {
    for (const path of ["/", "/sign-in", "/healthz"]) {
      const { headers } = await send({ path });
      expect(headers["permissions-policy"]).toContain("camera=(), ");
    }
  });

  it("is taken for nothing but what it is, and by no other site", async () => {
    for (const path of ["/", "/sign-in", "/healthz", "/nothing", "/desk"]) {
      const { headers } = await send({ path, headers: { Origin: "https://elsewhere.example" } });
      expect(headers["x-content-type-options"], path).toBe("nosniff");
      expect(headers["access-control-allow-origin"], path).toBeUndefined();
    }
  });

  const files = readable.filter(
    ([file]) => /^desk\.(?!meetings).*\[\.\](xlsx|docx)$/.test(file) && !file.includes("refused"),
  );
  it.each(files)("is kept under a name of ours where it is a file: %s", async (file, entry) => {
    const headers = { Cookie: world.cookies[whoMay(entry.loader!) ?? "office"] };
    const path = addressOf(world, file, entry);
    const named = /^attachment; filename="[\w.-]+"(; filename\*=UTF-8''[\w.%-]+)?$/;
    expect((await send({ path, headers })).headers["content-disposition"], path).toMatch(named);
  });

  it("binds browsers to HTTPS for a year, with all that is below the host, where pages come over it", async () => {
    const secured = createServer(express().use(securityHeaders(true), (_, answer) => void answer.end()));
    await new Promise<void>((resolve) => secured.listen(0, "127.0.0.1", resolve));
    const { port } = secured.address() as AddressInfo;
    const { headers } = await fetch(`http://127.0.0.1:${port}/`);
    secured.close();
    const [, seconds] = /^max-age=(\d+); includeSubDomains$/.exec(headers.get("Strict-Transport-Security")!)!;
    expect(Number(seconds)).toBeGreaterThanOrEqual(365 * 24 * 60 * 60);
  });

  it("lets no style stand in the words of a page, and none does", async () => {
    for (const [file, entry] of readable) {
      const { headers, text } = await send({
        path: addressOf(world, file, entry),
        headers: { Cookie: world.cookies.office },
      });
      expect(headers["content-security-policy"]).not.toContain("unsafe");
      if (headers["content-type"]?.startsWith("text/html"))
        expect(text, file).not.toMatch(/\sstyle="|<style/);
    }
  });
});
