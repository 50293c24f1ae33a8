import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express, { type Express } from "express";
import type { Logger } from "pino";
import type { Configuration } from "../configuration";
import { alive, metrics, ready } from "./health";
import { limitBody, limitRequests } from "./limits";
import { logRequests } from "./requestLog";
import { checkOrigin, pinHost, securityHeaders } from "./security";

// MiB. What is more than a form may hold, and less than this, is refused on a page.
const largestBody = 64;

/** Everything that is answered over HTTP. */
export function createApplication(options: {
  configuration: Configuration;
  build: ServerBuild;
  clientFolder: string;
  log: Logger;
  isDraining: () => boolean;
  figures: () => Record<string, number>;
}): Express {
  const { configuration, log } = options;
  const application = express();
  application.disable("x-powered-by");
  application.set("trust proxy", configuration.proxies);
  application.use(securityHeaders(configuration.origins.every((origin) => origin.startsWith("https:"))));
  application.get("/healthz", alive);
  application.get("/readyz", ready(options.isDraining));
  application.get("/metrics", metrics(options.figures));
  application.use(
    "/assets",
    express.static(`${options.clientFolder}/assets`, { immutable: true, maxAge: "1y", fallthrough: false }),
  );
  application.use(logRequests(log));
  application.use(limitRequests);
  application.use(pinHost(configuration.origins));
  application.use(checkOrigin(configuration.origins));
  application.use(limitBody(largestBody));
  application.all(
    "*",
    createRequestHandler({
      build: options.build,
      getLoadContext: (request, response) => ({
        nonce: response.locals.nonce,
        log,
        address: request.ip ?? "",
        district: configuration.district,
        secureCookies: configuration.origins.every((origin) => origin.startsWith("https:")),
      }),
    }),
  );
  return application;
}
