import type { RefusalCode } from "./refusal";

/** An expected "no": what was refused, at which field, and the figures its sentence needs. */
export interface Refusal {
  code: RefusalCode;
  field?: string;
  values?: Record<string, string | number>;
}

/** What a use case answers; it throws only for bugs. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** The answer of a use case that did what it was asked. */
export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** The answer of a use case that refused. */
export function refuse(
  code: RefusalCode,
  more: { field?: string; values?: Record<string, string | number> } = {},
): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { code, ...more } };
}
