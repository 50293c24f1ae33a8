import type { NextFunction, Request, Response } from "express";
import { refuse } from "./refuse";

const knownMethods = ["GET", "HEAD", "POST"];
// The page layer would take HEAD for a form where it gives the data of a page.
const methodsOfData = ["GET", "POST"];

/** Refuses an address that a proxy is asked for, `http://host/path`, as this is none. */
export function refuseProxyRequests(request: Request, response: Response, next: NextFunction): void {
  if (request.url.startsWith("/")) next();
  else refuse(request, response, "unknownAddress");
}

/** Refuses what nothing here takes: another method, or an address that means another kind of page layer. */
export function limitRequests(request: Request, response: Response, next: NextFunction): void {
  const methods = request.path.endsWith(".data") ? methodsOfData : knownMethods;
  if (!methods.includes(request.method)) {
    response.set("Allow", methods.join(", "));
    refuse(request, response, "unknownMethod");
    return;
  }
  // Asked the page layer for a part of a page in a way that it only keeps for older applications.
  if (new URL(request.url, "http://localhost").searchParams.has("_data")) {
    refuse(request, response, "unknownAddress");
    return;
  }
  next();
}

/**
 * Refuses bodies over `megabytes` MiB, by their announced length or, without one, while they arrive. Each form
 * has a smaller limit of its own, which is kept where the form is read.
 */
export function limitBody(megabytes: number) {
  const most = megabytes * 1024 * 1024;
  return (request: Request, response: Response, next: NextFunction) => {
    if (Number(request.get("Content-Length") ?? 0) > most) {
      refuse(request, response, "formTooLarge", { megabytes });
      return;
    }
    let received = 0;
    const count = (chunk: Buffer) => {
      received += chunk.length;
      if (received > most) request.destroy();
    };
    request.on("data", count);
    // What nobody wanted to read would stand in the way of the next request on the same connection.
    response.once("finish", () => {
      if (request.complete) return;
      request.removeAllListeners("data").on("data", count).resume();
    });
    // Counting must not start the flow before the page layer listens.
    request.pause();
    next();
  };
}
