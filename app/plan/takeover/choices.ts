import { z } from "zod";
import { day, line, optionalKey, optionalLine } from "~/value/fields";
import { type LedgerColumn, ledgerColumns } from "./ledgerColumns";
import { finishedMeanings } from "./ledgerState";

/** What a file with an earlier ledger may hold at most. */
export const ledgerFileLimits = { megabytes: 5, rows: 500, sheets: 20, names: 200 } as const;

/** Most characters of what the rows of a ledger say. */
export const ledgerTextLimits = { title: 200, text: 2_000, progress: 5_000, name: 100 } as const;

/** Chosen for a name that is no unit: it is left out. */
export const noUnit = "none";

/** Names such as 各街镇, 有关部门 and 相关单位 mean many, and so no unit in particular. */
export const meansMany = (name: string) => /^(各|有关|相关|其他)/.test(name);

const header = optionalLine(200);

/** What is chosen for a file: which column is what, and what its rows leave open; each once for all rows alike. */
export const choicesForm = z.object({
  /** The header of each column; nothing where the headers are to tell it. */
  columns: z
    .object(
      Object.fromEntries(ledgerColumns.map((one) => [one, header])) as Record<LedgerColumn, typeof header>,
    )
    .optional(),
  /** The unit that a name of the ledger means, or {@link noUnit}. */
  units: z
    .array(z.object({ name: line(ledgerTextLimits.name), unitId: optionalKey() }))
    .max(ledgerFileLimits.names)
    .default([]),
  /** Of rows that name no meeting, or no day of it. */
  sourceName: optionalLine(ledgerTextLimits.name),
  sourceDate: z.union([day(), z.literal("")]).default(""),
  /** Of rows that name no day until when, or none that can be read, such as 长期坚持. */
  dueDate: z.union([day(), z.literal("")]).default(""),
  /** Of rows that name no street: one, or the consultation office where they lie in no street's territory. */
  streetId: optionalKey(),
  /** What "完成" means in this ledger. */
  finished: z.enum(finishedMeanings).default("handled"),
});
export type Choices = z.output<typeof choicesForm>;

/** Nothing chosen yet. */
export const noChoices: Choices = choicesForm.parse({});

/** A takeover that is to be undone. */
export const undoForm = z.object({ takeoverId: line(64) });
