import type { NextFunction, Request, Response } from "express";
import onHeaders from "on-headers";

/**
 * Lets nobody keep an answer that does not say how long it may be kept: what a signed-in person was shown must not
 * be there for whoever presses Back after they have signed out.
 */
export function keepNothing(_request: Request, response: Response, next: NextFunction): void {
  onHeaders(response, () => {
    if (!response.hasHeader("Cache-Control")) response.setHeader("Cache-Control", "no-store");
  });
  next();
}
