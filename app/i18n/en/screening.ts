/** The page of screening: its queue, its keys, the way to the agenda. */
export const screening = {
  queue: "Problems to be screened, and those decided",
  allDecided: "Every problem is decided.",
  back: "Back to the queue",
  mark: {
    late: "Late",
    failed: "Fails {{count}}",
    toJudge: "{{count}} to judge",
    similar: "{{count}} similar",
  },
  whyHint: "Read by whoever raised the problem. Enter confirms, Shift + Enter starts a line.",
  last: "Decided last: “{{title}}”, {{decision}}",
  stands: "The decision stands",
  way: {
    day: "To the day",
    agenda: "To the agenda",
    room: "To the room",
    minutes: "Read the minutes",
    problem: "To the problem",
  },
  admitted: "{{count}} admitted; the rules allow {{most}} topics on one day.",
  over: "{{count}} too many: publishing the agenda will need a reason and an approval.",
  toAgenda: "See the agenda",
  key: { choose: "Choose a reason, or the carrier", confirm: "Confirm" },
};
