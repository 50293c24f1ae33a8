import { z } from "zod";
import { roles } from "~/access/role";
import { usualRules } from "~/rules/ruleSet";
import { day, key, line, optionalWords, personName, slug, words } from "~/value/fields";
import { dutyLists } from "./dutyList";
import { unitKinds } from "./unit";

const unitInput = z.strictObject({
  slug: slug(),
  kind: z.enum(unitKinds),
  /** Streets only: the prefix of their problems' numbers. */
  code: key()
    .regex(/^[A-Z]{2,5}$/)
    .optional(),
  /** A unit named before. */
  parent: slug().optional(),
  nameZh: line(80),
  nameEn: line(120),
  shortZh: line(40),
  contactZh: line(200),
  contactEn: line(200),
});

const postInput = z.strictObject({
  unit: slug(),
  role: z.enum(roles),
  titleZh: line(80),
  titleEn: line(120),
  account: slug(),
  name: personName(),
  fromDay: day(),
});

const dutyInput = z.strictObject({
  list: z.enum(dutyLists).default("district"),
  number: z.number().int().positive(),
  problemClass: key(),
  matter: words(400),
  unit: slug().optional(),
  assisting: z.array(slug()).max(20).default([]),
  basis: optionalWords(400),
  places: optionalWords(300),
  departmentDoes: optionalWords(1_000),
  streetDoes: optionalWords(1_000),
});

/** The file of a new installation: units (parents first), posts with their holders, the duty list, the first rules. */
export const districtFile = z
  .strictObject({
    units: z.array(unitInput).min(1),
    posts: z.array(postInput).min(1),
    duties: z.array(dutyInput).default([]),
    rules: z.strictObject({ title: line(80), documentNumber: line(100) }),
  })
  .superRefine((district, context) => {
    const known = new Set<string>();
    const fault = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    district.units.forEach((unit, at) => {
      if (known.has(unit.slug)) fault(["units", at, "slug"], "used twice");
      if (unit.parent && !known.has(unit.parent)) fault(["units", at, "parent"], "no unit named before");
      if ((unit.kind === "street") !== (unit.code !== undefined))
        fault(["units", at, "code"], "streets have a code, others have none");
      known.add(unit.slug);
    });
    district.posts.forEach((post, at) => {
      if (!known.has(post.unit)) fault(["posts", at, "unit"], "no such unit");
      if (district.posts.findIndex((other) => other.account === post.account) < at)
        fault(["posts", at, "account"], "used twice");
    });
    district.duties.forEach((duty, at) => {
      if (!usualRules.lists.classes.some(({ code }) => code === duty.problemClass))
        fault(["duties", at, "problemClass"], "no such class");
      if (duty.unit ? !known.has(duty.unit) : duty.list !== "basic")
        fault(["duties", at, "unit"], "no such unit");
      if (!duty.assisting.every((unit) => known.has(unit)))
        fault(["duties", at, "assisting"], "no such unit");
    });
    if (!district.posts.some((post) => post.role === "admin"))
      fault(["posts"], "nobody is the administrator");
  });
export type DistrictFile = z.output<typeof districtFile>;
