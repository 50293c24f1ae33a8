import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import { done, type Result, refuse } from "~/ledger/result";

/**
 * What a small form says, or the refusal `invalid` naming its first bad field. For forms whose controls
 * themselves keep people from sending anything else.
 */
export function readForm<Schema extends z.ZodType>(form: FormData, schema: Schema): Result<z.output<Schema>> {
  const submission = parseWithZod(form, { schema });
  if (submission.status === "success") return done(submission.value as z.output<Schema>);
  return refuse("invalid", { field: Object.keys(submission.error ?? {})[0] });
}
