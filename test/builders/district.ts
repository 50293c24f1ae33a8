import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { heldPosts } from "~/access/heldPosts.server";
import { setLedgerKey } from "~/ledger/key.server";
import { type DistrictInput, installDistrict, type UnitInput } from "~/unit/install.server";
import { read } from "~db/read";
import { person } from "~db/schema";

/** An instant inside the small district's life. */
export const someInstant = "2026-11-10T02:00:00.000Z";

function unitInput(slug: string, kind: UnitInput["kind"], more: Partial<UnitInput> = {}): UnitInput {
  return {
    slug,
    kind,
    nameZh: `${slug}单位`,
    nameEn: slug,
    shortZh: slug,
    contactZh: `${slug}窗口`,
    contactEn: `${slug} window`,
    ...more,
  };
}

const roleOfKind = {
  office: "office",
  district: "leader",
  street: "street",
  community: "community",
} as const;

function postInput(account: string, unit: UnitInput, role?: Actor["role"]): DistrictInput["posts"][number] {
  const usual = roleOfKind[unit.kind as keyof typeof roleOfKind] ?? "department";
  return {
    unit: unit.slug,
    role: role ?? usual,
    titleZh: "经办人",
    titleEn: "Officer",
    holders: [{ account, name: `${account}员`, passwordHash: "", fromDay: "2024-01-01" }],
  };
}

/** A district of two streets with a community each, two departments, an office and its leaders. */
export interface SmallDistrict {
  /** Actors by account: office, leader, admin, street-east, street-west, community-east, community-west, dept-works, dept-water. */
  actors: Record<string, Actor>;
  /** Unit ids by slug: office, district, east, west, east-lane, west-lane, works, water. */
  units: Record<string, string>;
}

/**
 * Installs the small district in the current (fresh) database.
 * @param moreStreets by slug, each with a post `street-SLUG`
 */
export async function smallDistrict(moreStreets: string[] = []): Promise<SmallDistrict> {
  setLedgerKey("a key for tests that is long enough");
  const units: UnitInput[] = [
    unitInput("district", "district"),
    unitInput("office", "office"),
    unitInput("east", "street", { code: "EST" }),
    unitInput("west", "street", { code: "WST" }),
    unitInput("east-lane", "community", { parent: "east" }),
    unitInput("west-lane", "community", { parent: "west" }),
    unitInput("works", "department"),
    unitInput("water", "department"),
    ...moreStreets.map((slug) => unitInput(slug, "street", { code: slug.slice(0, 3).toUpperCase() })),
  ];
  const unitOf = (slug: string) => units.find((unit) => unit.slug === slug)!;
  const posts = [
    postInput("admin", unitOf("office"), "admin"),
    postInput("office", unitOf("office")),
    postInput("leader", unitOf("district")),
    postInput("street-east", unitOf("east")),
    postInput("street-west", unitOf("west")),
    postInput("community-east", unitOf("east-lane")),
    postInput("community-west", unitOf("west-lane")),
    postInput("dept-works", unitOf("works")),
    postInput("dept-water", unitOf("water")),
    ...moreStreets.map((slug) => postInput(`street-${slug}`, unitOf(slug))),
  ];
  const duties: DistrictInput["duties"] = [
    {
      number: 1,
      problemClass: "publicFacilities",
      matter: "道路养护",
      unit: "works",
      basis: "《城市道路管理条例》",
    },
  ];
  const installed = await installDistrict({ units, posts, duties }, "2026-01-01T00:00:00.000Z");
  if (!installed.ok) throw new Error(installed.refusal.code);
  const accounts = posts.map((post) => post.holders[0]!.account);
  const actors = await Promise.all(
    accounts.map(async (account) => [account, await actorOf(account)] as const),
  );
  return {
    actors: Object.fromEntries(actors),
    units: Object.fromEntries(installed.value.unitIds),
  };
}

/** The actor of an account, as a request of theirs would have it. */
export async function actorOf(account: string, at = someInstant): Promise<Actor> {
  const [found] = await read((db) => db.select().from(person).where(eq(person.account, account)));
  const [post] = await heldPosts(found!.id, at);
  return {
    personId: found!.id,
    account,
    name: found!.name,
    signInId: `sign-in of ${account}`,
    postId: post!.id,
    postTitle: post!.title,
    role: post!.role,
    unitId: post!.unitId,
    unitName: post!.unitName,
    streetId: post!.streetId,
  };
}
