import type { NextFunction, Request, Response } from "express";
import type { Logger } from "pino";

/** One line a request: method, path without its query (people search for names), status, milliseconds. */
export function logRequests(log: Logger) {
  return (request: Request, response: Response, next: NextFunction) => {
    const start = process.hrtime.bigint();
    response.on("finish", () => {
      const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
      const { method, path } = request;
      log.info(
        { method, path, status: response.statusCode, milliseconds: Math.round(milliseconds) },
        "request",
      );
    });
    next();
  };
}
