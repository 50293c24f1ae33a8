import { request as httpRequest, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltServer, startDemoServer } from "../builders/server";

let server: BuiltServer;
beforeAll(async () => {
  server = await startDemoServer();
});
afterAll(() => server?.stop());

const credentials = () => new URLSearchParams({ account: "office", password: server.password });

function post(path: string, headers: Record<string, string>, body: BodyInit = credentials()) {
  return fetch(server.origin + path, { method: "POST", redirect: "manual", headers, body });
}

/** The head of the answer to a request whose headers fetch would not let us set. */
function rawHead(path: string, headers: Record<string, string>, method = "GET"): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(server.origin + path, { method, headers }, (answer) => {
      answer.resume();
      resolve(answer);
    });
    sent.on("error", reject);
    sent.end();
  });
}

const rawStatus = async (...request: Parameters<typeof rawHead>) => (await rawHead(...request)).statusCode;

describe("unsafe requests", () => {
  it("are taken from the platform's own pages only", async () => {
    expect((await post("/sign-in", { Origin: server.origin })).status).toBe(302);
    expect((await post("/sign-in", { Origin: "https://evil.example" })).status).toBe(403);
    expect((await post("/sign-in", {})).status).toBe(403);
    expect(
      await rawStatus("/sign-out", { Origin: server.origin, "Sec-Fetch-Site": "cross-site" }, "POST"),
    ).toBe(403);
  });

  it("cannot pass by naming another host", async () => {
    const headers = {
      Origin: "https://evil.example",
      Host: "evil.example",
      "X-Forwarded-Host": "evil.example",
    };
    expect(await rawStatus("/sign-in", headers, "POST")).toBe(403);
  });

  it("are checked on resource routes and data requests too", async () => {
    expect((await post("/sign-out", { Origin: "https://evil.example" })).status).toBe(403);
    expect((await post("/sign-in.data", { Origin: "null" })).status).toBe(403);
  });

  it("end when their body is too large", async () => {
    const large = new URLSearchParams({ account: "a".repeat(2 * 1024 * 1024), password: "x" });
    const answer = await post("/sign-in", { Origin: server.origin, "Accept-Language": "zh-CN" }, large);
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain("提交的内容太大，最大 1 MB");
  });
});

describe("every answer", () => {
  it("lets no foreign script run, with a nonce of its own each time", async () => {
    const policies = await Promise.all(
      [1, 2].map(
        async () => (await fetch(`${server.origin}/sign-in`)).headers.get("content-security-policy") ?? "",
      ),
    );
    for (const policy of policies) {
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    }
    expect(policies[0]).not.toBe(policies[1]);
  });

  it("shows no stack trace and no path for what does not exist or breaks", async () => {
    for (const path of [
      "/nope",
      "/desk/../../etc/passwd",
      "/assets/none.js",
      "/sign-in?_routes=routes%2Fnone",
    ]) {
      const text = await (await fetch(server.origin + path)).text();
      expect(text).not.toMatch(/\bat .+\(.+:\d+:\d+\)|node_modules|\/server\/|\.ts\b/);
    }
    expect((await fetch(`${server.origin}/nope`)).status).toBe(404);
  });
});

describe("a long answer", () => {
  const encodingOf = async (path: string, headers: Record<string, string> = {}) =>
    (await rawHead(path, { "Accept-Encoding": "gzip", ...headers })).headers["content-encoding"];

  it("is compressed for whoever takes it, on the way to the platform's own pages", async () => {
    expect(await encodingOf("/")).toBe("gzip");
    expect(await encodingOf("/", { "Sec-Fetch-Site": "same-origin" })).toBe("gzip");
    expect(await encodingOf("/", { "Sec-Fetch-Site": "none" })).toBe("gzip");
    expect(await encodingOf("/", { "Accept-Encoding": "identity" })).toBeUndefined();
    expect(await encodingOf("/healthz")).toBeUndefined();
    const page = await (await fetch(server.origin)).text();
    const script = /"(\/assets\/entry[^"]+\.js)"/.exec(page)?.[1] ?? "";
    expect(await encodingOf(script)).toBe("gzip");
  });

  it("is not when another site asks, which could guess from its length", async () => {
    expect(await encodingOf("/", { "Sec-Fetch-Site": "cross-site" })).toBeUndefined();
    expect(await encodingOf("/search?q=1", { "Sec-Fetch-Site": "same-site" })).toBeUndefined();
  });
});

describe("health", () => {
  it("answers alive and ready", async () => {
    expect(await (await fetch(`${server.origin}/healthz`)).text()).toBe("ok\n");
    expect(await (await fetch(`${server.origin}/readyz`)).text()).toBe("ready\n");
  });

  it("keeps its figures from whoever comes through a proxy", async () => {
    expect(await (await fetch(`${server.origin}/metrics`)).text()).toMatch(
      /^huishang_process_resident_memory_bytes \d+$/m,
    );
    expect(
      (await fetch(`${server.origin}/metrics`, { headers: { "X-Forwarded-For": "10.0.0.1" } })).status,
    ).toBe(404);
  });
});

describe("pages in Chinese", () => {
  // Where a character falls differs from page to page.
  const pages = ["/", "/days", "/streets", "/days/2025-12", "/search?q=%E8%B7%AF%E7%81%AF", "/sign-in"];

  it.each(pages)("come as they were written, without stray bytes: %s", async (page) => {
    const answer = await fetch(`${server.origin}${page}`, { headers: { "Accept-Language": "zh-CN" } });
    expect(answer.status).toBe(200);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(bytes.filter((byte) => byte === 0)).toHaveLength(0);
    expect(new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toContain("云川区");
  });
});
