import { z } from "zod";
import { isDay, isMonth } from "~/calendar/day";
import { cleanLine, cleanText } from "./cleanText";

// The one vocabulary in which forms, files and commands say what they take. Text is normalised before it is
// measured; a value that cannot be is refused with the sentence of its kind.

/** Most characters of what names something by its key: an id, a number, a slug. */
const longestKey = 64;
/** Most characters of a person's name. */
export const longestName = 50;

const given = () => z.string({ error: "error.required" });

/** One line of text that must be said, at most `most` characters long. */
export const line = (most: number) =>
  given()
    .overwrite(cleanLine)
    .trim()
    .min(1, { error: "error.required" })
    .max(most, { error: "error.tooLong" });

const lineOf = (most: number) => z.string().overwrite(cleanLine).trim().max(most, { error: "error.tooLong" });
const wordsOf = (most: number) =>
  z.string().overwrite(cleanText).trim().max(most, { error: "error.tooLong" });

/** One line of text that may be left out. */
export const optionalLine = (most: number) => lineOf(most).default("");

/** Text of several lines that must be said. */
export const words = (most: number) =>
  given()
    .overwrite(cleanText)
    .trim()
    .min(1, { error: "error.required" })
    .max(most, { error: "error.tooLong" });

/** Text of several lines that may be left out. */
export const optionalWords = (most: number) => wordsOf(most).default("");

/** Text of several lines that may be left out, told apart from text that is empty. */
export const wordsIfAny = (most: number) => wordsOf(most).optional();

/** The name of a person. */
export const personName = () => line(longestName);

/** The name of a person where none need be given. */
export const optionalName = () => optionalLine(longestName);

/** Names something that exists, by its id, number or slug; whether it exists is for the use case to say. */
export const key = () =>
  given()
    .overwrite(cleanLine)
    .min(1, { error: "error.required" })
    .max(longestKey, { error: "error.tooLong" });

/** The same where nothing need be named. */
export const optionalKey = () =>
  z.string().overwrite(cleanLine).max(longestKey, { error: "error.tooLong" }).optional();

/** The same where what is not readable is nothing. */
export const keyOrNone = () =>
  z.string().overwrite(cleanLine).max(longestKey, { error: "error.tooLong" }).default("").catch("");

/** Words that are kept to the letter, such as an address or a code: whoever reads them knows what they can be. */
export const verbatim = (most: number) =>
  z.string({ error: "error.required" }).max(most, { error: "error.tooLong" });

/** Most characters of a password. */
const longestPassword = 256;

/** A password as it was typed: what cannot be seen is part of it too. */
export const password = () => verbatim(longestPassword);

/** Names several things by their ids. */
export const keys = (most: number) =>
  z
    .array(z.string().overwrite(cleanLine).max(longestKey, { error: "error.tooLong" }))
    .max(most, { error: "error.tooLong" });

/** The version of a thing as it was shown to whoever changes it. */
export const version = () =>
  z.coerce
    .number({ error: "error.required" })
    .int({ error: "error.required" })
    .min(0, { error: "error.required" });

/** The same where the state that was shown may be left out: then the present one is meant. */
export const versionIfAny = () => version().optional();

/** A day that exists, written YYYY-MM-DD. */
export const day = () => given().trim().refine(isDay, { error: "error.date" });

/** The same where no day need be said; nothing is null. */
export const dayIfAny = () =>
  z
    .string({ error: "error.date" })
    .trim()
    .refine((text) => text === "" || isDay(text), { error: "error.date" })
    .nullable()
    .transform((text) => text || null)
    .optional();

/**
 * How many of something there are, where it is said: a whole number from 1, at most `most`. Nothing is null.
 * @param error the key of the sentence that says what can be
 */
export const countIfAny = (most: number, error: string) =>
  z
    .union([z.string(), z.number()], { error })
    .nullable()
    .transform((given, context) => {
      if (given === null || String(given).trim() === "") return null;
      const count = /^\d{1,9}$/.test(String(given).trim()) ? Number(given) : 0;
      if (count >= 1 && count <= most) return count;
      context.addIssue({ code: "custom", message: error });
      return z.NEVER;
    })
    .optional();

/** A month, written YYYY-MM. */
export const month = () => given().trim().refine(isMonth, { error: "error.month" });

/** A time of day, written HH:MM. */
export const clock = () =>
  given()
    .trim()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: "error.time" });

/** The same where no time need be said. */
export const clockIfAny = () => z.union([clock(), z.literal("")]).default("");

/** Least and most minutes that a meeting can be planned to last. */
export const meetingMinutes = { least: 10, most: 720 } as const;

/** How many minutes a meeting is planned to last, where it is said. */
export const minutesIfAny = () =>
  z.coerce
    .number({ error: "agenda.error.minutes" })
    .int({ error: "agenda.error.minutes" })
    .min(meetingMinutes.least, { error: "agenda.error.minutes" })
    .max(meetingMinutes.most, { error: "agenda.error.minutes" })
    .optional();

/** A slug: small letters and digits, with single hyphens between them. */
export const slug = () =>
  given()
    .max(longestKey, { error: "error.tooLong" })
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "error.slug" });

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
      cleanText(text)
        .split("\n")
        .map((one) => cleanLine(one).trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.string().max(longest, { error: tooLong })).max(most, { error: tooMany }));
