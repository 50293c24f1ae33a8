import { z } from "zod";
import { isDay } from "~/calendar/day";

/** One line of text that must be said, at most `most` characters long. */
export const line = (most: number) =>
  z
    .string({ error: "error.required" })
    .trim()
    .min(1, { error: "error.required" })
    .max(most, { error: "error.tooLong" });

/** One line of text that may be left out. */
export const optionalLine = (most: number) =>
  z.string().trim().max(most, { error: "error.tooLong" }).default("");

/** A day that exists, written YYYY-MM-DD. */
export const isoDay = () => z.string({ error: "error.required" }).refine(isDay, { error: "error.date" });

/** A time of day, written HH:MM. */
export const clock = () =>
  z.string({ error: "error.required" }).regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: "error.time" });

/** What a list typed one entry a line may hold, and what is said where it holds more. */
export interface LinesBounds {
  most: number;
  longest: number;
  tooMany: string;
  tooLong: string;
}

/** Several entries, one a line; empty lines are left out. */
export const lines = ({ most, longest, tooMany, tooLong }: LinesBounds) =>
  z
    .string()
    .max(most * (longest + 1), { error: tooMany })
    .default("")
    .transform((text) =>
      text
        .split(/\r?\n/)
        .map((one) => one.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.string().max(longest, { error: tooLong })).max(most, { error: tooMany }));
