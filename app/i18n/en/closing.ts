/** Closing a unit, and merging it into another one. */
export const closing = {
  title: "Close or merge",
  open: "What is open",
  nothing: "Nothing is open.",
  more_one: "{{count}} more",
  more_other: "{{count}} more",
  kind: {
    post: "Posts",
    community: "Units below",
    duty: "Duties (by number)",
    taskLed: "Tasks it leads",
    taskHere: "Tasks in its territory",
    taskOverseen: "Tasks it oversees",
    offer: "Resources it offers",
    list: "Problem lists",
    invitation: "Invitations",
    meeting: "Meetings it calls or hosts",
  },
  merge: "Merge into another unit",
  mergeText:
    "Everything above goes over at once, with the posts, whoever holds them, and all problems, which keep their numbers. The old name stays in issued minutes and in what is done; old addresses lead to the other unit. A merger cannot be taken back.",
  mergeConsequence:
    "“{{name}}” is closed, and everything above goes to the unit you choose. This cannot be taken back.",
  into: "Unit that takes over",
  noOther: "There is no other unit of this kind.",
  writing_one:
    "{{count}} meeting it takes part in is being held or has its minutes written. Merge after they are issued.",
  writing_other:
    "{{count}} meetings it takes part in are being held or have their minutes written. Merge after they are issued.",
  close: "Close the unit",
  closeText: "A unit of which nothing is open can be closed.",
  closeConsequence: "“{{name}}” can no longer be chosen anywhere; its records stay.",
  notYet: "Something is still open. Finish it, hand it on, or merge the unit into another one.",
};
