import { z } from "zod";
import { key, line, optionalKey, optionalLine, slug, version } from "~/value/fields";
import { unitKinds } from "../unit";

const code = () =>
  optionalKey().refine((text) => !text || /^[A-Z]{2,5}$/.test(text), { error: "unit.error.code" });

const named = {
  nameZh: line(80),
  nameEn: line(120),
  shortZh: line(40),
  contactZh: optionalLine(200),
  contactEn: optionalLine(200),
  /** Of a street: the prefix of its problems' numbers. */
  code: code(),
  /** Of a community: its street, by slug. */
  parent: optionalKey(),
};

/** Enters a new unit. */
export const addUnitForm = z.object({
  kind: z.enum(unitKinds, { error: "error.required" }),
  /** The end of its address. */
  slug: slug(),
  ...named,
});
export type AddUnitInput = z.output<typeof addUnitForm>;

/** Changes what a unit is called and where it is found. */
export const changeUnitForm = z.object({ slug: key(), version: version(), ...named });
export type ChangeUnitInput = z.output<typeof changeUnitForm>;
