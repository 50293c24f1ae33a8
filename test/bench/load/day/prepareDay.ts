import { newId } from "~/ledger/identifier.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { listTopics, setCurrentTopic } from "~/record/document/record";
import { editRecord } from "~/record/live/liveRooms.server";
import { openDatabase } from "~db/connect";
import { setDatabase } from "~db/current";
import type { Database } from "~db/database";
import { databaseFile } from "~db/dataFolder";
import { holding, person, post } from "~db/schema";
import { transact } from "~db/transact";
import { actorOf, type SmallDistrict, smallDistrict } from "../../../builders/district";
import { startEngine } from "../../../builders/engine";
import { writeLine } from "../../../builders/notes";
import { mustSucceed } from "../../../builders/result";
import { signInWith } from "../../../builders/roomDay";
import { openDay } from "../../../builders/session";
import { programs } from "../../places";
import { crowdMark, windowMarks } from "./lines";

const month = "2026-12";

/** What a day is played with. */
export interface DaySize {
  folder: string;
  topics: number;
  people: number;
  /** How many of the people on sockets write. */
  writers: number;
}

/** A day that is ready to be played. */
export interface PreparedDay {
  month: string;
  /** What each of the people signs in with. */
  tokens: string[];
  /** Its topics, in the order of the agenda. */
  topicIds: string[];
}

/**
 * Puts a district into a folder with a day in session: so many topics, a line in each for everybody who will write,
 * and so many people of the units called, signed in.
 */
export async function prepareDay({ folder, topics, people, writers }: DaySize): Promise<PreparedDay> {
  const database = openDatabase(databaseFile(folder), programs);
  setDatabase(database);
  const engine = startEngine();
  const district = await smallDistrict();
  const matters = Array.from({ length: topics }, (_, at) => ({
    ...{ street: "east", title: `第${at + 1}号弄堂积水待治理`, power: "works" },
  }));
  await openDay(district, month, matters);
  let topicIds: string[] = [];
  mustSucceed(
    await editRecord(liveRoomName(month), district.actors.office!, (document) => {
      topicIds = listTopics(document).flatMap(({ id, kind }) => (kind === "topic" ? [id] : []));
      for (const id of topicIds)
        for (const mark of [...windowMarks, ...Array.from({ length: writers }, (_, at) => crowdMark(at))])
          writeLine(document, id, mark);
      setCurrentTopic(document, topicIds[0] ?? null);
    }),
  );
  const tokens = await signInPeople(database, district, people);
  for (const who of ["leader", "office", "dept-works"])
    await signInWith(database, who, district.actors[who]!);
  await engine.drain();
  setDatabase(undefined);
  database.close();
  return { month, tokens, topicIds };
}

/** People of the lead department, each with a post of their own. */
async function signInPeople(database: Database, district: SmallDistrict, people: number): Promise<string[]> {
  const accounts = Array.from({ length: people }, (_, at) => `guest-${at + 1}`);
  await transact(async (tx) => {
    for (const account of accounts) {
      const ids = { personId: newId(), postId: newId() };
      await tx.insert(person).values({ id: ids.personId, account, name: account, passwordHash: "" });
      const titles = { titleZh: "科员", titleEn: "Clerk" };
      await tx
        .insert(post)
        .values({ id: ids.postId, unitId: district.units.works!, role: "department", ...titles });
      await tx.insert(holding).values({ id: newId(), ...ids, fromDay: "2024-01-01" });
    }
  });
  for (const account of accounts) await signInWith(database, account, await actorOf(account));
  return accounts;
}
