import { browserName } from "./browserName";
import { deviceToken, sessionToken } from "./cookie.server";

/** The browser at the other end of a request, whoever sits at it. */
export interface Caller {
  /** Network address, as far as the proxies in front are believed. */
  address: string;
  /** Browser and system in words. */
  browser: string;
  /** The tokens it came with. */
  device?: string;
  session?: string;
}

/** Reads what a request tells about the browser that sent it. */
export function callerOf(request: Request, context: { address?: unknown }): Caller {
  const cookies = request.headers.get("Cookie");
  return {
    address: String(context.address ?? ""),
    browser: browserName(request.headers.get("User-Agent")),
    device: deviceToken(cookies),
    session: sessionToken(cookies),
  };
}
