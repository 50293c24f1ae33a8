import type { NextFunction, Request, Response } from "express";
import { currentDatabase } from "~db/current";
import type { Metrics } from "./metrics";

/** `GET /healthz`: the process answers. */
export function alive(_request: Request, response: Response): void {
  response.type("text/plain").send("ok\n");
}

/** `GET /readyz`: the database answers and can be written, and no shutdown is under way. */
export function ready(isDraining: () => boolean) {
  return async (_request: Request, response: Response) => {
    const said = isDraining()
      ? "draining"
      : await currentDatabase()
          .check()
          .then(...answers);
    response
      .status(said === "ready" ? 200 : 503)
      .type("text/plain")
      .send(`${said}\n`);
  };
}

const answers = [() => "ready", () => "the database cannot be read or written"] as const;

/** `GET /metrics`, Prometheus text; only for who asks from this machine and not through a proxy. */
export function showMetrics(metrics: Metrics) {
  return (request: Request, response: Response, next: NextFunction) => {
    const local = ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(request.socket.remoteAddress ?? "");
    if (!local || request.headers["x-forwarded-for"]) return response.status(404).end();
    metrics.text().then((text) => response.type(metrics.contentType).send(text), next);
  };
}
