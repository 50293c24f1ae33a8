// Which room lies above which. A room imports rooms of the lines above its own, types counted; rooms of one line
// do not know each other. A new room, or a new folder inside a room, is entered here.

/** The rooms of app/, from the ground up. */
const rooms = [
  ["address", "calendar", "i18n"],
  ["ui"],
  ["ledger"],
  ["access"],
  ["unit"],
  ["record", "rules"],
  ["task"],
  ["problem"],
  ["meeting"],
  ["plan"],
  ["outcome"],
  ["audit", "search", "work"],
];

/** The folders inside a room, from the ground up; below them all lie the room's own files. */
const subRooms = {
  meeting: [
    ["conduct"],
    ["history", "lookback"],
    ["attendance", "minutes"],
    ["agenda", "correction", "room"],
  ],
  plan: [["year"]],
  problem: [["import"], ["list", "screening"]],
  record: [["document"], ["difference", "live"], ["editor"]],
  task: [["acts"], ["list", "page"]],
};

/** What the record may know: it is written in by any kind of meeting. */
const belowRecord = ["access", "calendar", "i18n", "ledger", "ui"];

/** Arrows that run against the order and are being turned round. */
const beingTurned = [{ from: "meeting", to: "plan" }];

/** The rooms of the floors from a room's own upwards that it must not know. */
function outOfReach(floors, room) {
  const turning = beingTurned.filter(({ from }) => from === room).map(({ to }) => to);
  return floors.flat().filter((other) => other !== room && !turning.includes(other));
}

module.exports = { rooms, subRooms, belowRecord, outOfReach };
