import { randomBytes } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import helmet from "helmet";
import { refuse } from "./refuse";

// What no page here asks of a browser, so that nothing that got into one can.
const unused = [
  ...[
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "geolocation",
    "gyroscope",
  ],
  ...[
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "usb",
    "xr-spatial-tracking",
  ],
];
const permissions = unused.map((feature) => `${feature}=()`).join(", ");

/**
 * Headers of every answer. Scripts and styles in a page count only with the nonce of their own page.
 * @param stylesInPages while one works on the source: the framework then writes styles into pages without a nonce
 */
export function securityHeaders(https: boolean, stylesInPages = false) {
  const ofPage = (_request: unknown, response: unknown) => `'nonce-${(response as Response).locals.nonce}'`;
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", ofPage],
        // Scripts may style an element; what stands in the page as text may not.
        styleSrc: ["'self'", stylesInPages ? "'unsafe-inline'" : ofPage],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: "same-origin" },
  });
  return (request: Request, response: Response, next: NextFunction) => {
    response.locals.nonce = randomBytes(16).toString("base64");
    response.set("Permissions-Policy", permissions);
    headers(request, response, next);
  };
}

const safeMethods = ["GET", "HEAD"];

/**
 * One check for every unsafe method, before any page is asked: the exact configured origin, and nothing that
 * the browser itself calls cross-site. A request without Origin is refused.
 */
export function checkOrigin(origins: string[]) {
  return (request: Request, response: Response, next: NextFunction) => {
    if (safeMethods.includes(request.method)) return next();
    const site = request.get("Sec-Fetch-Site");
    const origin = request.get("Origin");
    if (origin && origins.includes(origin) && (site === undefined || site === "same-origin")) return next();
    refuse(request, response, "foreignOrigin");
  };
}

/**
 * Refuses a form that was sent to another host than one of ours. Where proxies are in front, they may hide the host
 * that was asked for; the page that sent the form is then all there is to go by.
 */
export function checkHost({ origins, proxies }: { origins: string[]; proxies: number }) {
  const hosts = origins.map((origin) => new URL(origin).host);
  return (request: Request, response: Response, next: NextFunction) => {
    const ours = proxies > 0 || hosts.includes(request.headers.host ?? "");
    if (ours || safeMethods.includes(request.method)) return next();
    refuse(request, response, "foreignHost");
  };
}

/**
 * The page layer builds its idea of the host from headers that anybody can send. It gets a configured one: that of
 * the page which sent a form, as it refuses forms from another host than its own, and a proxy may hide the host.
 */
export function pinHost(origins: string[]) {
  const hosts = origins.map((origin) => new URL(origin).host);
  return (request: Request, _response: Response, next: NextFunction) => {
    delete request.headers["x-forwarded-host"];
    const page = origins.indexOf(request.get("Origin") ?? "");
    const known = hosts.includes(request.headers.host ?? "");
    if (page >= 0 || !known) request.headers.host = hosts[Math.max(page, 0)];
    next();
  };
}
