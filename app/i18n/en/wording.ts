/** How the minutes are drafted and edited. */
export const wording = {
  edit: "Edit the minutes",
  label: "Words of the minutes on “{{title}}”",
  preview: "See the whole minutes",
  draft: "Draft the minutes",
  draftText: "From the facts as entered and what the record marks for the minutes; then edited together.",
  draftAgain: "Draft anew what was not edited",
  draftAgainText: "Edited words stay.",
  none: "No topic for the minutes",
  noneText: "There is no topic on the agenda that was to be decided.",
  reads: "You can read this; the chair and the office (or the unit that called the meeting) edit it.",
  toSlips: "Change resolutions in the record",
  asDrafted: "As drafted",
  differs_one: "{{count}} difference from the draft",
  differs_other: "{{count}} differences from the draft",
  redraft: "Draft this topic anew",
  redraftText:
    "These words give way to a draft from the facts and the record as they are now. What was edited is not kept.",
};
