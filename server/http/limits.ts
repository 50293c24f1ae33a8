import type { NextFunction, Request, Response } from "express";

/** Refuses bodies over `maximum` bytes, by their announced length or, without one, while they arrive. */
export function limitBody(maximum: number) {
  return (request: Request, response: Response, next: NextFunction) => {
    if (Number(request.get("Content-Length") ?? 0) > maximum) {
      response.status(413).type("text/plain").send("The request is too large.\n");
      return;
    }
    let received = 0;
    request.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (received > maximum) request.destroy();
    });
    // Counting must not start the flow before the page layer listens.
    request.pause();
    next();
  };
}
