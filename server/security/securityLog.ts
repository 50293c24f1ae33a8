import { createSocket } from "node:dgram";
import { hostname } from "node:os";
import { join } from "node:path";
import { onSecurityEvent, type SecurityEvent } from "~/access/securityEvent";
import { dayOf } from "~/calendar/day";
import type { Configuration } from "../configuration";
import { LogFiles } from "./logFiles";
import { syslogLine } from "./syslogLine";

/** What the log needs to know. */
export type SecuritySettings = Pick<Configuration, "dataFolder" | "securityLogDays" | "syslog">;

// Whoever hammers at the door shall not fill the disk: beyond this, refusals of a minute are only counted.
const refusalsPerMinute = 600;

/**
 * Writes security events into the data folder and, where one is configured, to a syslog server, until the answer is
 * called. What cannot be written is told, and stops nobody.
 */
export function keepSecurityLog(
  settings: SecuritySettings,
  onError: (error: unknown) => void = () => undefined,
): () => void {
  const files = new LogFiles(join(settings.dataFolder, "security"), settings.securityLogDays);
  const send = settings.syslog && sender(settings.syslog, onError);
  const admits = bounded();
  const forget = onSecurityEvent((event) => {
    const { write, left } = admits(event);
    if (!write) return;
    try {
      const { at, ...facts } = event;
      files.append(JSON.stringify({ at, ...facts, ...(left > 0 && { leftOut: left }) }), dayOf(at));
    } catch (error) {
      onError(error);
    }
    send?.(event);
  });
  return () => {
    forget();
    send?.close();
  };
}

/** Lets through what is not a refusal, and of refusals so many a minute; the first of the next says how many were left out. */
function bounded() {
  let minute = "";
  let [written, leftOut] = [0, 0];
  return ({ event, at }: SecurityEvent) => {
    if (!event.endsWith("Refused")) return { write: true, left: 0 };
    const left = at.slice(0, 16) === minute ? 0 : leftOut;
    if (at.slice(0, 16) !== minute) {
      minute = at.slice(0, 16);
      [written, leftOut] = [0, 0];
    }
    written += 1;
    if (written > refusalsPerMinute) leftOut += 1;
    return { write: written <= refusalsPerMinute, left };
  };
}

function sender({ host, port }: NonNullable<Configuration["syslog"]>, onError: (error: unknown) => void) {
  const socket = createSocket(host.includes(":") ? "udp6" : "udp4").on("error", onError);
  socket.unref();
  const from = { host: hostname(), process: process.pid };
  const send = (event: SecurityEvent) =>
    socket.send(syslogLine(event, from), port, host, (error) => error && onError(error));
  return Object.assign(send, { close: () => socket.close() });
}
