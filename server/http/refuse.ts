import type { Request, Response } from "express";
import { translator } from "~/access/translator.server";
import { type RefusalCode, refusalStatus } from "~/ledger/refusal";

/**
 * Refuses a request before the page layer has seen it: one sentence in the reader's language, as plain text.
 * @param values what the sentence of the refusal needs
 */
export function refuse(
  request: Request,
  response: Response,
  code: RefusalCode,
  values: Record<string, number> = {},
): void {
  const headers = { get: (name: string) => request.get(name) ?? null };
  const url = request.url.startsWith("/") ? request.url : "/";
  const t = translator({ url: `http://localhost${url}`, headers });
  response
    .status(refusalStatus[code])
    .type("text/plain")
    .send(`${t(`refusal.${code}`, values)}\n`);
}
