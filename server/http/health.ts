import type { Request, Response } from "express";
import { currentDatabase } from "~db/current";

/** `GET /healthz`: the process answers. */
export function alive(_request: Request, response: Response): void {
  response.type("text/plain").send("ok\n");
}

/** `GET /readyz`: the database answers and no shutdown is under way. */
export function ready(isDraining: () => boolean) {
  return (_request: Request, response: Response) => {
    if (isDraining()) return response.status(503).type("text/plain").send("draining\n");
    currentDatabase().check();
    response.type("text/plain").send("ready\n");
  };
}

/** `GET /metrics`, Prometheus text; only for who asks from this machine and not through a proxy. */
export function metrics(figures: () => Record<string, number>) {
  return (request: Request, response: Response) => {
    const local = ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(request.socket.remoteAddress ?? "");
    if (!local || request.headers["x-forwarded-for"]) return response.status(404).end();
    const memory = process.memoryUsage();
    const all: Record<string, number> = {
      process_resident_memory_bytes: memory.rss,
      process_uptime_seconds: process.uptime(),
      ...figures(),
    };
    const lines = Object.entries(all).map(([name, value]) => `huishang_${name} ${value}`);
    response.type("text/plain; version=0.0.4").send(`${lines.join("\n")}\n`);
  };
}
