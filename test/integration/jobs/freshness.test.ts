import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { addToAgenda } from "~/meeting/agenda/addToAgenda.server";
import { closeSession } from "~/meeting/stage/closeSession.server";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../builders/district";
import { type Engine, startEngine } from "../../builders/engine";
import { mustSucceed } from "../../builders/result";
import { openDay } from "../../builders/session";

withDatabase();
const month = "2026-03";
const now = "2026-03-20T03:00:00.000Z";
let district: SmallDistrict;
let engine: Engine;

beforeAll(async () => {
  district = await smallDistrict();
  engine = startEngine();
  await openDay(district, month, [{ street: "east", title: "路灯不亮" }]);
});
afterAll(() => engine.abandon());

describe("pages on which people are looking at a meeting", () => {
  it("are told what has changed before whoever changed it has their answer", async () => {
    const announced = vi.spyOn(engine.live.rooms, "announce");
    const reviewed = vi.spyOn(engine.live.rooms, "reviewAccess");
    const office = district.actors.office!;
    mustSucceed(await addToAgenda(office, { slug: month, kind: "other", title: "补充" }, now));
    expect(announced.mock.calls).toEqual([["day-2026-03"]]);
    expect(reviewed).not.toHaveBeenCalled();
    mustSucceed(await closeSession(office, { slug: month }, now));
    expect(announced).toHaveBeenCalledTimes(2);
    // How far the meeting has come decides who may write.
    expect(reviewed).toHaveBeenCalled();
  });
});
