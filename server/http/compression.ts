import compression from "compression";
import type { Request, RequestHandler } from "express";

/**
 * Compresses pages, data and assets of more than a kilobyte for a browser that takes it.
 *
 * What another site makes a browser ask for is answered as it is: from the length of compressed answers to guesses of
 * its own it could learn what stands on somebody's page (BREACH). The browser itself says who asks, and no page script
 * can say otherwise; whoever sends no such word is not a browser with somebody's session.
 */
export function compressAnswers(): RequestHandler {
  return compression({
    filter: (request, response) => !isForeign(request) && compression.filter(request, response),
  });
}

function isForeign(request: Request): boolean {
  const site = request.get("Sec-Fetch-Site");
  return site === "cross-site" || site === "same-site";
}
