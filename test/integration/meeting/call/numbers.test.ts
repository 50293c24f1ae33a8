import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { callMeeting } from "~/meeting/call/callMeeting.server";
import { meeting } from "~db/schema";
import { transact } from "~db/transact";
import { withDatabase } from "../../../builders/database";
import { type SmallDistrict, smallDistrict } from "../../../builders/district";
import { mustSucceed } from "../../../builders/result";
import { dayAt } from "../../../builders/task";

withDatabase();

async function call(district: SmallDistrict): Promise<string> {
  const called = await callMeeting(
    district.actors["street-east"]!,
    {
      ...{ kind: "weekly", title: "周例会", date: "2026-11-12", startsAt: "09:15", place: "" },
      ...{ people: [], unitIds: [], agenda: ["门前三包"] },
    },
    "2026-11-10T02:00:00.000Z",
  );
  return mustSucceed(called).slug;
}

it("numbers the meetings of a year on beyond 9999", async () => {
  const district = await smallDistrict();
  await dayAt(district, "2026-10", "issued");
  const first = await call(district);
  await transact((tx) => tx.update(meeting).set({ number: "HS-2026-9999" }).where(eq(meeting.slug, first)));
  expect([await call(district), await call(district)]).toEqual(["HS-2026-10000", "HS-2026-10001"]);
});
