// Which room lies above which. A room imports rooms of the lines above its own, types counted; rooms of one line
// do not know each other. A new room, or a new folder inside a room, is entered here.

/** The rooms of app/, from the ground up. */
const rooms = [
  ["address", "calendar"],
  ["i18n", "value"],
  ["ledger"],
  ["ui", "workbook"],
  ["access"],
  ["rules"],
  ["unit"],
  ["file"],
  ["likeness", "record"],
  ["task"],
  ["problem"],
  ["meeting"],
  ["plan"],
  ["notice", "outcome"],
  ["attachment", "audit", "closing", "erasure", "handbook", "register", "search", "work"],
];

/** The folders inside a room, from the ground up; below them all lie the room's own files. */
const subRooms = {
  "app/access": [["signIn"], ["account"]],
  "app/calendar": [["said"]],
  "app/handbook": [["chapters"]],
  "app/ui": [["styles"], ["form"], ["frame"]],
  "app/meeting": [
    ["kind", "sheet"],
    ["conduct"],
    ["approval"],
    ["stage"],
    ["deferral", "history", "lookback", "reservation"],
    ["field", "overwritten", "wording"],
    ["progress"],
    ["attendance", "minutes", "opinion", "research", "resource"],
    ["library", "materials"],
    ["agenda", "correction", "room"],
    ["call", "drafting", "feed", "papers", "screen", "signoff"],
    ["scheme"],
    ["archive"],
  ],
  "app/outcome": [["publishing"]],
  "app/plan": [["year"], ["blocked", "calendar", "takeover"]],
  "app/problem": [
    ["duty", "fact"],
    ["answer", "import", "raised", "version"],
    ["browse", "dutyFile", "list", "screening"],
    ["proposal"],
    ["late"],
    ["page"],
  ],
  "app/rules": [["feedback"], ["proposal"], ["page"]],
  "app/record": [["document"], ["binding", "difference"], ["live"], ["editor"]],
  "app/task": [["acts"], ["list", "page"]],
  "app/unit": [["typing"], ["duty", "post", "sketch"], ["registry"]],
  "app/work": [["handover"]],
  "server/live": [["store"], ["document"], ["connection"], ["room"], ["entrance"]],
};

/** What the record may know: it is written in by any kind of meeting. */
const belowRecord = ["access", "address", "calendar", "i18n", "ledger", "ui", "unit", "value"];

/** The rooms of the floors from a room's own upwards that it must not know. */
function outOfReach(floors, room) {
  return floors.flat().filter((other) => other !== room);
}

module.exports = { rooms, subRooms, belowRecord, outOfReach };
