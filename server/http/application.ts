import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import express, { type Express, type RequestHandler } from "express";
import type { Logger } from "pino";
import { bindCookiesToHttps } from "~/access/cookie.server";
import type { Configuration } from "../configuration";
import { compressAnswers } from "./compression";
import { alive, ready, showMetrics } from "./health";
import { keepNothing } from "./keeping";
import { limitBody, limitRequests, refuseProxyRequests } from "./limits";
import type { Metrics } from "./metrics";
import { paceCalendars } from "./paceCalendars";
import { paceSignIns } from "./paceSignIns";
import { logRequests } from "./requestLog";
import { sayWhenToRetry } from "./retrying";
import { checkHost, checkOrigin, pinHost, securityHeaders } from "./security";
import { tellRefusals } from "./tellRefusals";

// MiB. What is more than a form may hold, and less than this, is refused on a page.
const largestBody = 64;

/** What people open: built beforehand, or made anew while somebody works on it. */
export interface Pages {
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Answers the browser's requests for scripts, style sheets and their like; passes on all others. */
  files: RequestHandler | RequestHandler[];
}

/** Everything that is answered over HTTP. */
export function createApplication(options: {
  configuration: Configuration;
  pages: Pages;
  log: Logger;
  isDraining: () => boolean;
  metrics: Metrics;
}): Express {
  const { configuration, log } = options;
  const application = express();
  application.disable("x-powered-by");
  application.set("trust proxy", configuration.proxies);
  const https = configuration.origins.every((origin) => origin.startsWith("https:"));
  bindCookiesToHttps(https);
  // Pages of the source are made anew for each request; those that were built are made once.
  const fromSource = typeof options.pages.build === "function";
  application.use(securityHeaders(https, fromSource));
  application.use(keepNothing);
  application.use(sayWhenToRetry);
  application.use(refuseProxyRequests);
  application.get("/healthz", alive);
  application.get("/readyz", ready(options.isDraining));
  application.get("/metrics", showMetrics(options.metrics));
  application.use(compressAnswers());
  application.use(options.pages.files);
  application.use(logRequests(log));
  application.use(tellRefusals);
  application.use(limitRequests);
  application.use(checkOrigin(configuration.origins));
  application.use(checkHost(configuration));
  application.use(pinHost(configuration.origins));
  application.use(paceSignIns());
  application.use(paceCalendars());
  application.use(limitBody(largestBody));
  application.all(
    "*",
    createRequestHandler({
      build: options.pages.build,
      getLoadContext: (request, response) => ({
        nonce: response.locals.nonce,
        log,
        address: request.ip ?? "",
        district: configuration.district,
      }),
    }),
  );
  return application;
}
