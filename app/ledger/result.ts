import type { Touch } from "./meanwhile";
import type { RefusalCode } from "./refusal";

/** What is known of a refusal besides its code: at which field it is, and the figures that its sentence needs. */
export interface RefusalFacts {
  field?: string;
  values?: Record<string, string | number>;
  /** Of `changedMeanwhile`: who wrote which field last. */
  touched?: Record<string, Touch>;
}

/** An expected "no": what was refused, and what is known of it. */
export interface Refusal extends RefusalFacts {
  code: RefusalCode;
}

/** What a use case answers; it throws only for bugs. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** The answer of a use case that did what it was asked. */
export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** The answer of a use case that refused. */
export function refuse(code: RefusalCode, more: RefusalFacts = {}): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { code, ...more } };
}
