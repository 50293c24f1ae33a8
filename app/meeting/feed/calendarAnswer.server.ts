import { createHash } from "node:crypto";

const type = "text/calendar; charset=utf-8";

/** Answers a calendar's request for a feed; without its text where the calendar has it already. */
export function calendarAnswer(request: Request, text: string): Response {
  const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
  const headers = {
    "Content-Type": type,
    // It is asked for again each time, and answered shortly where nothing has changed.
    "Cache-Control": "private, no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    ETag: tag,
  };
  const known = request.headers
    .get("If-None-Match")
    ?.split(",")
    .map((one) => one.trim().replace(/^W\//, ""));
  if (known?.includes(tag)) return new Response(null, { status: 304, headers });
  return new Response(text, { headers });
}

/** Answers with a calendar as a file, which no browser keeps. */
export function calendarFile(text: string, fileName: string): Response {
  const headers = {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${fileName}"`,
    "Cache-Control": "no-store",
  };
  return new Response(text, { headers });
}
