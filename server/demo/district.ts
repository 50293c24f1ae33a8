import { addDays, addMonths } from "~/calendar/day";
import type { DistrictInput, PostInput, UnitInput } from "~/unit/install.server";
import { departments, duties, formerHoldings, phrases, posts, streetDuties, streets } from "~db/demo/texts";

/** How long ago the holders of posts without a predecessor began. */
const monthsInOffice = 40;

/** A day so many months before another one. */
function monthsBefore(day: string, months: number): string {
  return `${addMonths(day.slice(0, 7), -months)}-${day.slice(8) > "28" ? "28" : day.slice(8)}`;
}

function units(): UnitInput[] {
  const none = { contactZh: "", contactEn: "" };
  const { districtName, office } = phrases;
  return [
    {
      slug: "district",
      kind: "district",
      nameZh: districtName.zh,
      nameEn: districtName.en,
      shortZh: "区政府",
      ...none,
    },
    { slug: "district-office", kind: "office", ...office },
    ...streets.map(
      ({ communities: _communities, ...street }): UnitInput => ({
        ...street,
        kind: "street",
        shortZh: street.nameZh.replace(/(街道|镇)$/, ""),
      }),
    ),
    ...streets.flatMap((street) =>
      street.communities.map(
        (community): UnitInput => ({
          ...community,
          ...none,
          kind: "community",
          parent: street.slug,
          shortZh: community.nameZh.replace(/(居民区|村)$/, ""),
        }),
      ),
    ),
    ...departments,
  ];
}

function holders(post: (typeof posts)[number], passwordHash: string, today: string): PostInput["holders"] {
  const at = formerHoldings.findIndex(
    (one) => one.unitSlug === post.unitSlug && one.titleZh === post.titleZh,
  );
  const former = formerHoldings[at];
  const present = { account: post.account, name: post.nameZh, passwordHash };
  if (!former) return [{ ...present, fromDay: monthsBefore(today, monthsInOffice) }];
  const toDay = monthsBefore(today, former.monthsAgoTo);
  return [
    {
      account: `former-${post.account}`,
      name: former.nameZh,
      passwordHash,
      fromDay: monthsBefore(today, former.monthsAgoFrom),
      toDay,
      handover: phrases.handover,
    },
    { ...present, fromDay: addDays(toDay, 1) },
  ];
}

/**
 * The demo district's units, posts with present and former holders, and duty list. Every account has the
 * same password.
 * @param today YYYY-MM-DD: how long somebody has held a post counts back from it
 */
export function demoDistrict(passwordHash: string, today: string): DistrictInput {
  return {
    units: units(),
    posts: posts.map((post) => ({
      unit: post.unitSlug,
      role: post.role,
      titleZh: post.titleZh,
      titleEn: post.titleEn,
      holders: holders(post, passwordHash, today),
    })),
    duties: [
      ...duties.map(({ number, problemClass, matterZh, unitSlug, basisZh }) => ({
        ...{ number, problemClass, matter: matterZh, unit: unitSlug, basis: basisZh },
      })),
      ...streetDuties.map((duty) => ({
        ...{ list: duty.list, number: duty.number, problemClass: duty.problemClass, matter: duty.matterZh },
        ...{
          unit: duty.unitSlug,
          assisting: duty.assistingSlugs,
          basis: duty.basisZh,
          places: duty.placesZh,
        },
        ...{ departmentDoes: duty.departmentDoesZh ?? "", streetDoes: duty.streetDoesZh },
      })),
    ],
  };
}
