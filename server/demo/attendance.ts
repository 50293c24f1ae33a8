import { asc, eq } from "drizzle-orm";
import { callRoll } from "~/meeting/attendance/callRoll.server";
import { decline } from "~/meeting/attendance/declineInvitation.server";
import { proposeInvitations } from "~/meeting/attendance/invitationProposal";
import { inviteUnits } from "~/meeting/attendance/inviteUnits.server";
import { nameDelegates } from "~/meeting/attendance/nameDelegates.server";
import { namingClasses, type OfferedClass, type RollState } from "~/meeting/conduct/attendance";
import { lookBackOf } from "~/meeting/lookback/lookBackOf.server";
import { phrases, posts } from "~db/demo/texts";
import { read } from "~db/read";
import { attendance, unit } from "~db/schema";
import type { DayCast } from "./casting";
import { later } from "./instants";
import { problemText } from "./lists";
import { must, type World } from "./world";

/** The office calls whom the matters of a day concern, and a resident of the first one. */
export async function invite(world: World, held: HeldDay, at: string): Promise<void> {
  const { month, dayId, cast } = held;
  const topics = cast.decided.map(({ problemKey, resolutions }) => {
    const { streetSlug, powerUnit, unitsConcerned } = problemText(problemKey);
    return {
      topicId: problemKey,
      streetId: world.unitId(streetSlug),
      powerUnitId: world.unitId(resolutions[0]?.leadSlug ?? powerUnit),
      concernedUnitIds: unitsConcerned.map(world.unitId),
    };
  });
  const open = await read((db) => lookBackOf(db, dayId));
  const proposed = proposeInvitations(
    topics,
    open.map((task) => world.unitId(task.lead.slug)),
  );
  const invitations = proposed.map(({ unitId, invitation }) => ({
    unitId,
    invitation: invitation as OfferedClass,
  }));
  const resident = world.unitId(problemText(cast.decided[0]!.problemKey).communitySlug);
  if (!invitations.some(({ unitId }) => unitId === resident))
    invitations.push({ unitId: resident, invitation: "resident" });
  const office = await world.actor("office", at);
  must(await inviteUnits(office, { slug: month, invitations }, at), `inviteUnits ${month}`);
}

/** A day being held: its row and what comes up on it. */
export interface HeldDay {
  month: string;
  date: string;
  dayId: string;
  cast: DayCast;
}

async function calledTo(dayId: string) {
  return read((db) =>
    db
      .select({ row: attendance, slug: unit.slug })
      .from(attendance)
      .innerJoin(unit, eq(unit.id, attendance.unitId))
      .where(eq(attendance.meetingId, dayId))
      .orderBy(asc(attendance.id)),
  );
}

/** Units that lead or assist say who comes; on some days a colleague instead of the first one's officer. */
export async function nameThose(world: World, { month, dayId }: HeldDay, at: string): Promise<void> {
  let minute = 0;
  for (const { row, slug } of await calledTo(dayId)) {
    const post = posts.find((one) => one.unitSlug === slug && one.account !== "admin");
    if (!post || !namingClasses.includes(row.invitation)) continue;
    const actor = await world.actor(post.account, at);
    const usual = { personName: actor.name, personTitle: actor.postTitle.zh, ...asMember };
    const { name, title, reason: insteadReason } = phrases.substitute;
    const insteadOf = `${actor.name}（${actor.postTitle.zh}）`;
    const instead = {
      personName: name,
      personTitle: title,
      comesAs: "substitute",
      insteadOf,
      insteadReason,
    } as const;
    const people = [minute === 0 && Number(month.slice(-2)) % 2 === 0 ? instead : usual];
    const answer = { slug: month, attendanceId: row.id, people };
    must(await nameDelegates(actor, answer, later(at, minute++)), `nameDelegates ${month}`);
  }
}

const asMember = { comesAs: "member", insteadOf: "", insteadReason: "" } as const;

/** One unit that is only asked for its opinion says that it will not send anybody. */
export async function declineOnce(world: World, { month, dayId }: HeldDay, at: string): Promise<void> {
  const called = await calledTo(dayId);
  const unwilling = called.find(
    ({ row, slug }) => row.invitation === "writtenOpinion" && posts.some((post) => post.unitSlug === slug),
  );
  if (!unwilling) return;
  const account = posts.find((post) => post.unitSlug === unwilling.slug)!.account;
  const input = { slug: month, attendanceId: unwilling.row.id, reason: phrases.declined };
  must(await decline(await world.actor(account, at), input, at), `decline ${month}`);
}

/** Calls the roll: those who lead and assist are there, on some days one of them is excused. */
export async function rollCall(world: World, held: HeldDay, at: string, turn: number): Promise<void> {
  const office = await world.actor("office", at);
  const called = await calledTo(held.dayId);
  const leads = called.filter(({ row }) => row.invitation === "lead");
  const excused = leads.length > 3 && turn % 3 === 1 ? leads.at(-1)?.row.id : undefined;
  let minute = 0;
  for (const { row, slug } of called) {
    if (row.invitation === "writtenOpinion" || row.invitation === "onCall") continue;
    const post = posts.find((one) => one.unitSlug === slug && one.account !== "admin");
    const name = post ? (await world.actor(post.account, at)).name : phrases.resident;
    const state: RollState = row.id === excused ? "excused" : stateOf(row.invitation, minute);
    const reason = row.id === excused ? phrases.excused : "";
    const personName = row.invitation === "resident" ? phrases.resident : row.personName || name;
    const answer = { slug: held.month, attendanceId: row.id, state, personName, reason };
    must(await callRoll(office, answer, later(at, minute++ / 4)), `callRoll ${held.month}`);
  }
}

function stateOf(invitation: string, turn: number): "present" | "sittingIn" {
  if (invitation === "resident") return "sittingIn";
  return invitation === "assist" && turn % 2 === 0 ? "sittingIn" : "present";
}
