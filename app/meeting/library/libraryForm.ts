import { z } from "zod";
import { key, keys, optionalKey } from "~/value/fields";

/** Most matters that are put on an agenda at once. */
const most = 100;

/** What is put on which agenda: one matter by its own button, or those that were chosen; by their listings. */
export const putOnAgendaForm = z
  .object({ slug: key(), chosen: keys(most).default([]), only: optionalKey() })
  .transform(({ slug, chosen, only }) => ({ slug, listingIds: only ? [only] : chosen }));

/** Puts matters on an agenda. */
export type PutOnAgendaInput = z.output<typeof putOnAgendaForm>;
