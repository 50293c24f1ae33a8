import { createServer, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import express from "express";
import type { Logger } from "pino";
import { createApplication } from "~server/http/application";
import { Metrics } from "~server/http/metrics";
import { newCounters } from "~server/live/stats";

/** One request; its headers and method may be what no browser would send. */
export interface Sent {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** What came back. */
export interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** The platform's HTTP server in this process, on the current database. */
export interface WebServer {
  origin: string;
  /** What it wrote into its log as an error since the last time this was asked. */
  errors(): string[];
  send(sent: Sent): Promise<Received>;
  close(): Promise<void>;
}

/**
 * Starts everything that is answered over HTTP, without the live rooms.
 * @param more further origins that people open it at, and how many proxies are in front
 */
export async function startWebServer(
  build: ServerBuild,
  more: { origins?: string[]; proxies?: number } = {},
): Promise<WebServer> {
  const logged: string[] = [];
  const quiet = () => undefined;
  const error = ({ err }: { err: Error }) => void logged.push(String(err?.stack ?? err));
  const log = { debug: quiet, info: quiet, warn: quiet, error } as unknown as Logger;
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const configuration = {
    ...{
      port,
      host: "127.0.0.1",
      dataFolder: "",
      origins: [origin, ...(more.origins ?? [])],
      ledgerKey: "",
      securityLogDays: 184,
    },
    ...{ district: "云川区", proxies: more.proxies ?? 0, logLevel: "error" as const },
  };
  http.on(
    "request",
    createApplication({
      configuration,
      pages: { build, files: express.static("build/client") },
      log,
      isDraining: () => false,
      // Nobody is in a live room where there are none.
      metrics: new Metrics(() => ({
        ...newCounters(),
        rooms: 0,
        connections: 0,
        waitingUpdates: 0,
        bufferedBytes: 0,
      })),
    }),
  );
  return {
    origin,
    errors: () => logged.splice(0),
    send: ({ method = "GET", path, headers = {}, body }) =>
      new Promise((resolve, reject) => {
        const options = { port, host: "127.0.0.1", method, path, headers: { Origin: origin, ...headers } };
        const sent = httpRequest(options, (answer) => {
          const parts: Buffer[] = [];
          answer.on("data", (part: Buffer) => parts.push(part));
          answer.once("error", reject);
          answer.once("end", () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              text: Buffer.concat(parts).toString("utf8"),
            }),
          );
        });
        // After the answer it is of no interest any more.
        sent.on("error", reject);
        sent.end(body);
      }),
    async close() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
