/** Issued minutes being amended, and the minutes that come of it. */
export const amendment = {
  of: "Amendment of {{minutes}}",
  begin: "Amend the minutes",
  beginText:
    "The record goes on from what was issued, and {{who}} can write in it. The minutes in force stay in force until amended ones are issued; what was adopted is not changed by an amendment.",
  reason: "Reason: {{reason}}",
  reasonHint: "It is printed on the amended minutes.",
  inForce: "Until the amended minutes are issued, {{minutes}} stays in force and is what residents read.",
  toRoom: "Write in the room",
  toDraft: "Read the amended minutes as they stand",
  toInForce: "Read the minutes in force",
  before: "Before the amended minutes are issued",
  completeText_one:
    "{{count}} new resolution; issuing makes it a task. The tasks that there are stay as they are.",
  completeText_other:
    "{{count}} new resolutions; issuing makes each of them a task. The tasks that there are stay as they are.",
  issue: "Issue the amended minutes",
  completeNone: "There is no new resolution; the tasks that there are stay as they are.",
  issueText:
    "The amended minutes get the next number of the year and replace {{minutes}}, which stays readable. The record is frozen again.",
  issueReopens:
    "This meeting was followed up. With a new task it is open again, until it is confirmed once more that nothing is left.",
  drop: "Drop the amendment",
  dropText:
    "The record goes back to what was issued and is frozen. What was written in the amendment is kept as a version in the history.",
  adopted: "Adopted and a task by now, so it stays as it is; what is wrong about it becomes a change note.",
  missing: {
    changed:
      "Resolution {{place}} of “{{title}}” was adopted with other words: bring them back; change it by a change note",
    withdrawn:
      "Resolution {{place}} of “{{title}}” was adopted and is no longer in the record: bring it back; change it by a change note",
  },
  bringBack: "Bring the adopted words back",
  replaced: "Replaced",
  replacedText: "These minutes are no longer in force.",
  readAmended: "Read {{minutes}}, which replaces them",
  replacedPaper: "Replaced by {{minutes}} and no longer in force.",
  replaces: "Replaces",
};
