import { describe, expect, it } from "vitest";
import { liveRoomName, meetingOfRoom } from "~/meeting/conduct/roomName";

describe("the live room of a meeting", () => {
  it.each([
    ["2026-11", "day-2026-11"],
    ["HS-2026-0007", "meeting-HS-2026-0007"],
    ["HS-2026-10007", "meeting-HS-2026-10007"],
  ])("of %s is %s, and leads back", (meeting, room) => {
    expect(liveRoomName(meeting)).toBe(room);
    expect(meetingOfRoom(room)).toBe(meeting);
  });

  it.each(["day-2026-13", "day-HS-2026-0007", "meeting-2026-11", "meeting-hs-2026-0007", "xday-2026-11", ""])(
    "is not called %j",
    (name) => {
      expect(meetingOfRoom(name)).toBeNull();
    },
  );
});
