import type { NextFunction, Request, Response } from "express";
import onHeaders from "on-headers";
import { isRetried, retryName, retryUsually } from "~/ledger/retryAfter";

/** Says when to try again with every answer that is worth it and does not say so itself. */
export function sayWhenToRetry(_request: Request, response: Response, next: NextFunction): void {
  onHeaders(response, () => {
    if (isRetried(response.statusCode) && !response.hasHeader(retryName))
      response.setHeader(retryName, String(retryUsually));
  });
  next();
}
