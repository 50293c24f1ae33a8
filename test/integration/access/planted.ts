import { eq, inArray } from "drizzle-orm";
import { fileKinds } from "~/attachment/kinds.server";
import { addFiles } from "~/file/addFiles.server";
import { captionFile } from "~/file/tendFile.server";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done } from "~/ledger/result";
import { keepVersion } from "~/meeting/history/keepVersion.server";
import { addNeed } from "~/meeting/resource/addNeed.server";
import { addOffer } from "~/meeting/resource/addOffer.server";
import { takeOver } from "~/plan/takeover/takeOver.server";
import { uploadLedger } from "~/plan/takeover/takeoverUpload.server";
import { uploadImport } from "~/problem/import/uploadImport.server";
import { declineProposal } from "~/problem/proposal/answerProposal.server";
import { propose } from "~/problem/proposal/propose.server";
import { addTopic } from "~/record/document/record";
import {
  calendarFeed,
  holding,
  importedFile,
  invitation,
  lateRequest,
  listing,
  notice,
  opinion,
  outbox,
  problem,
  problemList,
  residentAnswer,
  signIn,
  withheldProblem,
} from "~db/schema";
import { transact } from "~db/transact";
import { pdf } from "../../builders/files";
import { writeInRoom } from "../../builders/live";
import { completeProblem, listedProblem } from "../../builders/problem";
import { mustSucceed } from "../../builders/result";
import type { World } from "../../builders/world";
import { thingsOfMeetings } from "./plantedMeetings";
import { district, now, officials, type Planted, type UnnamedThing } from "./plantedThing";

async function draftOf(world: World, account: string, words: string) {
  const more = { title: words, concernedUnitIds: [world.district.units.works!] };
  return listedProblem(world.district, account, world.months.collecting, more);
}

async function proposedBy(world: World, title: string) {
  const given = { ...completeProblem(world.district, { title }), month: world.months.collecting };
  return mustSucceed(await propose(world.district.actors["community-east"]!, given, now()));
}

const neededPeople = {
  ...{ kind: "people" as const, amount: "3", countedIn: "" },
  ...{ from: "2026-01-10", until: "" },
};

const things: UnnamedThing[] = [
  ...thingsOfMeetings,
  {
    thing: "a street's draft",
    seenBy: ["street-east"],
    plant: async (world, words) => {
      const { number, problemId } = await draftOf(world, "street-east", words);
      return { draft: number, draftId: problemId };
    },
  },
  {
    thing: "a file on a street's draft: what it is called, and what is in it",
    seenBy: ["street-east"],
    plant: async (world, words) => {
      const { problemId } = await draftOf(world, "street-east", "井盖松动");
      const on = { kind: "problem", subjectId: problemId };
      const actor = world.district.actors["street-east"]!;
      const files = [{ name: "现场.pdf", bytes: new Uint8Array(pdf(words)) }];
      const { ids } = mustSucceed(await addFiles(fileKinds, actor, { ...on, files }, now()));
      const caption = { ...on, fileId: ids[0]!, version: 1, caption: words };
      mustSucceed(await captionFile(fileKinds, actor, caption, now()));
      return { draftWithFile: problemId, fileOfDraft: ids[0]! };
    },
  },
  {
    thing: "a draft that a community raised",
    seenBy: ["street-east", "community-east"],
    plant: async (world, words) => {
      await draftOf(world, "community-east", words);
    },
  },
  {
    thing: "what a community proposes for its street's list",
    seenBy: ["street-east", "community-east"],
    plant: async (world, words) => {
      await proposedBy(world, words);
    },
  },
  {
    thing: "why a street does not adopt what a community proposes",
    seenBy: ["street-east", "community-east"],
    plant: async (world, words) => {
      const { id } = await proposedBy(world, "路灯不亮");
      const street = world.district.actors["street-east"]!;
      mustSucceed(await declineProposal(street, { id, text: words }, now()));
    },
  },
  {
    thing: "what a draft needs",
    seenBy: ["street-east"],
    plant: async (world, words) => {
      const { number } = await draftOf(world, "street-east", "井盖松动");
      const asked = { ...neededPeople, words, place: { problem: number } };
      const need = mustSucceed(await addNeed(world.district.actors["street-east"]!, asked, now()));
      return { needOfDraft: need.number };
    },
  },
  {
    thing: "what a unit offers to one need of another",
    seenBy: ["office", "leader", "street-east", "dept-works"],
    plant: async (world, words) => {
      const given = { ...neededPeople, words, conditions: words, behalfOf: "", broughtBy: "" };
      const input = { ...given, need: world.resources.need };
      const made = mustSucceed(await addOffer(world.district.actors["street-east"]!, input, now()));
      return { offerToNeed: made.number };
    },
  },
  {
    thing: "another street's draft of the same matter",
    seenBy: ["street-west"],
    plant: async (world, words) => {
      const { number } = await draftOf(world, "street-west", words);
      return { draftOfWest: number };
    },
  },
  {
    thing: "a problem of an import that was undone",
    seenBy: [],
    plant: async (world, words) => {
      const { problemId } = await draftOf(world, "street-east", words);
      await transact(async (tx) => {
        const [list] = await tx.select().from(problemList);
        const fileId = newId();
        await tx.insert(importedFile).values({
          ...{ id: fileId, listId: list!.id, fileName: "withdrawn.xlsx", sha256: "0".repeat(64) },
          ...{ rowsRead: 1, importedAt: now(), state: "undone" as const },
        });
        await tx.insert(withheldProblem).values({ problemId, fileId });
        await tx.update(listing).set({ state: "withdrawn" }).where(eq(listing.problemId, problemId));
      });
    },
  },
  {
    thing: "a submitted problem that concerns a unit",
    seenBy: ["office", "leader", "street-east", "community-east", "dept-works"],
    plant: async (world, words) => {
      const { number, problemId } = await draftOf(world, "street-east", words);
      const sent = { submittedAt: now() };
      await transact(async (tx) => {
        await tx.update(problem).set(sent).where(eq(problem.id, problemId));
        await tx
          .update(listing)
          .set({ ...sent, state: "submitted" })
          .where(eq(listing.problemId, problemId));
      });
      return { submitted: number };
    },
  },
  {
    thing: "why a street asks for a late problem",
    seenBy: ["office", "leader", "street-east", "community-east"],
    plant: async (world, words) => {
      const { problemId } = await draftOf(world, "street-east", "迟报");
      const { personId, postId, unitId } = world.district.actors["street-east"]!;
      await transact(async (tx) => {
        await tx.update(problem).set({ submittedAt: now() }).where(eq(problem.id, problemId));
        const [place] = await tx.select().from(listing).where(eq(listing.problemId, problemId));
        const [list] = await tx.select().from(problemList).where(eq(problemList.id, place!.listId));
        await tx.insert(lateRequest).values({
          ...{ id: newId(), listingId: place!.id, dayId: list!.dayId, streetId: unitId, reason: words },
          ...{ askedByPersonId: personId, askedByPostId: postId, askedAt: now() },
        });
      });
    },
  },
  {
    thing: "a written opinion that is not submitted",
    seenBy: ["dept-works"],
    plant: async (world, words) => {
      const { opinionId, weekly } = world;
      const ids = [opinionId, weekly.opinionId];
      await transact((tx) =>
        tx.update(opinion).set({ text: words, terms: words }).where(inArray(opinion.id, ids)),
      );
      await change(world.district.actors["dept-works"]!, now(), async (_, book) => {
        const subject = { kind: "opinion", id: opinionId };
        const scopeUnitId = world.district.units.works!;
        await book({ verb: "session.saveOpinion", subject, scopeUnitId, after: { reason: words } });
        return done(null);
      });
    },
  },
  {
    thing: "what a resident was told of a refusal",
    seenBy: ["office", "leader", "street-east", "community-east"],
    plant: async (world, words) => {
      const { problemId, number } = await draftOf(world, "street-east", "不予列入");
      const { unitId } = world.district.actors["street-east"]!;
      await transact(async (tx) => {
        await tx.update(problem).set({ submittedAt: now() }).where(eq(problem.id, problemId));
        const [place] = await tx.select().from(listing).where(eq(listing.problemId, problemId));
        await tx.insert(residentAnswer).values({
          ...{ id: newId(), listingId: place!.id, unitId, dueOn: "2026-01-10", text: words },
          ...{ answeredOn: "2026-01-05", answeredAt: now() },
        });
      });
      return { answered: number };
    },
  },
  {
    thing: "a file that waits to be imported",
    seenBy: ["street-east"],
    plant: async (world, words) => {
      const bytes = Buffer.from(`问题名称,群众原话\n${words},路灯不亮\n`);
      const place = { month: world.months.collecting, street: "east", file: { name: "list.csv", bytes } };
      mustSucceed(await uploadImport(world.district.actors["street-east"]!, place, now()));
    },
  },
  {
    thing: "a ledger that waits to be taken over",
    seenBy: ["office"],
    plant: async (world, words) => {
      const bytes = Buffer.from(`议定事项,牵头单位,完成时限\n路灯不亮,works,2099-01-20\n`);
      mustSucceed(await uploadLedger(world.district.actors.office!, { name: `${words}.csv`, bytes }, now()));
    },
  },
  {
    thing: "a task of an earlier ledger",
    seenBy: ["office", "leader", "street-east", "community-east", "dept-water"],
    plant: async (world, words) => {
      const bytes = Buffer.from(
        [
          "议定事项,牵头单位,完成时限,来源会议,会议日期,责任街镇,目前进展",
          `${words},water,2099-01-20,专题会,2026-01-20,east,${words}`,
        ].join("\n"),
      );
      const by = world.district.actors["street-west"]!;
      const office = { ...world.district.actors.office!, postId: by.postId };
      mustSucceed(await uploadLedger(office, { name: "台账.csv", bytes }, now()));
      mustSucceed(await takeOver(office, now()));
    },
  },
  {
    thing: "what a link to choose a password is known by",
    seenBy: [],
    plant: async (world, words) => {
      const { personId } = world.district.actors["street-west"]!;
      const row = {
        id: newId(),
        tokenHash: words,
        personId,
        createdAt: now(),
        expiresAt: "2099-01-01T00:00:00.000Z",
      };
      await transact((tx) => tx.insert(invitation).values(row));
    },
  },
  {
    thing: "what the key of a calendar is known by",
    seenBy: [],
    plant: async (world, words) => {
      const { personId } = world.district.actors["street-west"]!;
      const row = { personId, tokenHash: words, language: "zh-CN", madeAt: now() };
      await transact((tx) => tx.insert(calendarFeed).values(row));
    },
  },
  {
    thing: "words in the unsigned record of a day",
    seenBy: officials,
    plant: async (world, words) => {
      const id = newId();
      await writeInRoom(world.district.actors.office!, world.months.inSession, (document) =>
        addTopic(document, { id, title: words }),
      );
      mustSucceed(
        await keepVersion(
          world.district.actors.office!,
          { slug: world.months.inSession, note: words },
          now(),
        ),
      );
    },
  },
  {
    thing: "somebody else's notice",
    seenBy: ["dept-works"],
    plant: async (world, words) => {
      const about = { subjectKind: "task", subjectId: "none", details: JSON.stringify({ text: words }) };
      const row = { kind: "taskAssigned", why: "lead", entry: 1, at: now() } as const;
      await transact((tx) =>
        tx.insert(notice).values({
          ...{ id: newId(), readerId: world.district.actors["dept-works"]!.postId, ...row, ...about },
        }),
      );
    },
  },
  {
    thing: "an event that is a street's own",
    seenBy: ["street-east"],
    plant: async (world, words) => {
      const by = world.district.actors["street-east"]!;
      const scopeUnitId = world.district.units.east!;
      await change(by, now(), async (_, book) => {
        const subject = { kind: "list", id: "none" };
        await book({ verb: "problem.submitList", subject, scopeUnitId, after: { reason: words } });
        return done(null);
      });
    },
  },
  {
    thing: "an event that every official may know",
    seenBy: district,
    plant: async (world, words) => {
      await change(world.district.actors.office!, now(), async (_, book) => {
        const subject = { kind: "list", id: "none" };
        await book({ verb: "problem.returnList", subject, after: { reason: words } });
        return done(null);
      });
    },
  },
  {
    thing: "what somebody handed over with a post",
    seenBy: ["office", "leader", "street-west"],
    plant: async (world, words) => {
      const post = world.district.actors["street-west"]!;
      await transact((tx) =>
        tx.update(holding).set({ handover: words }).where(eq(holding.id, world.holdingId)),
      );
      await change(world.district.actors.admin!, now(), async (_, book) => {
        const subject = { kind: "post", id: post.postId };
        await book({ verb: "unit.leavePost", subject, after: { handover: words } });
        return done(null);
      });
    },
  },
  {
    thing: "another's sign-in",
    seenBy: ["street-west"],
    plant: async (world, words) => {
      const mine = eq(signIn.personId, world.district.actors["street-west"]!.personId);
      await transact((tx) => tx.update(signIn).set({ browser: words }).where(mine));
    },
  },
  {
    thing: "what a step that was given up says",
    seenBy: ["admin", "office"],
    plant: async (_, words) => {
      await transact((tx) => tx.update(outbox).set({ lastError: words }));
    },
  },
];

const letter = (at: number) => String.fromCharCode(97 + at);
/** Two letters for each, as there are more things than letters; none is the beginning of another. */
const lettersOf = (at: number) => letter(Math.floor(at / 26)) + letter(at % 26);

/** Everything that not everybody may see, each with words of its own. */
export const plantedThings: Planted[] = things.map((one, at) => ({
  ...one,
  sought: `fieldfare${lettersOf(at)}`,
  mark: `brambling${lettersOf(at)}`,
}));
