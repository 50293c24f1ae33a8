import type { NextFunction, Request, Response } from "express";
import { tellSecurity } from "~/access/securityEvent";
import { signedIn } from "~/access/session.server";

const refused = [403, 421];
const longestPath = 200;

/** Tells the security log of requests that were refused for want of a right, or for where they came from. */
export function tellRefusals(request: Request, response: Response, next: NextFunction): void {
  response.on("finish", () => {
    if (refused.includes(response.statusCode)) void tell(request, response.statusCode);
  });
  next();
}

async function tell(request: Request, status: number): Promise<void> {
  const at = new Date().toISOString();
  const who = await signedIn(request.headers.cookie, at).catch(() => null);
  tellSecurity({
    event: "requestRefused",
    at,
    account: who?.actor.account,
    address: request.ip ?? "",
    reason: String(status),
    about: `${request.method} ${request.path.slice(0, longestPath)}`,
  });
}
